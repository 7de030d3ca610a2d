package energy.liveone.reading;

import energy.liveone.aggregate.Aggregate;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** The columns that 5-minute and daily rows share, in their order: {@code min} to {@code flags}. */
public final class AggregateColumns {
  private AggregateColumns() {}

  /**
   * Sets them from {@code first} on.
   *
   * @return the index after the last of them
   */
  public static int bind(PreparedStatement statement, int first, Aggregate row)
      throws SQLException {
    int index = first;
    set(statement, index++, row.min());
    set(statement, index++, row.max());
    set(statement, index++, row.avg());
    set(statement, index++, row.sum());
    statement.setInt(index++, row.count());
    set(statement, index++, row.first());
    set(statement, index++, row.last());
    set(statement, index++, row.delta());
    statement.setInt(index++, row.coveredSeconds());
    statement.setInt(index++, row.flags());
    return index;
  }

  private static void set(PreparedStatement statement, int index, @Nullable Double value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.DOUBLE);
    } else {
      statement.setDouble(index, value);
    }
  }
}
