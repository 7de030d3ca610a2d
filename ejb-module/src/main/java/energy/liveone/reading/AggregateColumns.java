package energy.liveone.reading;

import energy.liveone.aggregate.Aggregate;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

  /**
   * Reads them from {@code first} on.
   *
   * @param end of the row
   */
  public static Aggregate read(ResultSet result, int first, long end) throws SQLException {
    return new Aggregate(
        end,
        number(result, first),
        number(result, first + 1),
        number(result, first + 2),
        number(result, first + 3),
        result.getInt(first + 4),
        number(result, first + 5),
        number(result, first + 6),
        number(result, first + 7),
        result.getInt(first + 8),
        result.getInt(first + 9));
  }

  /** A number that may be null. */
  static @Nullable Double number(ResultSet result, int column) throws SQLException {
    double value = result.getDouble(column);
    return result.wasNull() ? null : (Double) value;
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
