package energy.liveone.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain statements with parameters, for classes whose rows are no entities. */
public final class Sql {
  private Sql() {}

  /** Makes an object of the current row. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads it. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Reads all rows.
   *
   * @param attempt what it is about, for the fault when it fails
   */
  public static <T> List<T> list(
      Connection connection, String attempt, String sql, List<?> parameters, RowReader<T> reader) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      bind(query, parameters);
      List<T> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFault(attempt, e);
    }
  }

  /**
   * Changes rows.
   *
   * @param parameters nulls are null
   * @return how many, as the database counts them
   */
  public static int update(
      Connection connection,
      String attempt,
      String sql,
      List<? extends @Nullable Object> parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFault(attempt, e);
    }
  }

  /** A number that may be null. */
  public static @Nullable Double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : (Double) value;
  }

  private static void bind(PreparedStatement statement, List<? extends @Nullable Object> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
  }
}
