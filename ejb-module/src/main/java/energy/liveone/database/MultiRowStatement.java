package energy.liveone.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Inserts many rows with few statements of many {@code VALUES} groups. MariaDB executes a batch of
 * single-row upserts row by row, some eight times slower than this.
 */
public final class MultiRowStatement {
  /**
   * Rows of one statement: enough to drown the round trip, and far below {@code
   * max_allowed_packet}.
   */
  private static final int ROWS = 1_000;

  private final String head;
  private final String group;
  private final String tail;

  /**
   * A statement shape.
   *
   * @param head up to and without {@code VALUES}
   * @param columns placeholders of a row
   * @param tail what follows the values, may be empty
   */
  public MultiRowStatement(String head, int columns, String tail) {
    this.head = head;
    this.group = "(" + "?,".repeat(columns - 1) + "?)";
    this.tail = tail;
  }

  /** Sets the placeholders of one row. */
  @FunctionalInterface
  public interface RowBinder<T> {
    /**
     * Sets them from {@code first} on.
     *
     * @return the index after the last placeholder of the row
     */
    int bind(PreparedStatement statement, int first, T row) throws SQLException;
  }

  /**
   * Executes the statement for all rows.
   *
   * @return the sum of the update counts as the database counts them
   */
  public <T> int execute(Connection connection, List<T> rows, RowBinder<T> binder)
      throws SQLException {
    int affected = 0;
    for (int from = 0; from < rows.size(); from += ROWS) {
      List<T> chunk = rows.subList(from, Math.min(from + ROWS, rows.size()));
      try (PreparedStatement statement = connection.prepareStatement(sql(chunk.size()))) {
        int index = 1;
        for (T row : chunk) {
          index = binder.bind(statement, index, row);
        }
        affected += statement.executeUpdate();
      }
    }
    return affected;
  }

  private String sql(int rows) {
    StringBuilder sql =
        new StringBuilder(head.length() + tail.length() + 10 + rows * (group.length() + 1));
    sql.append(head).append(" VALUES ");
    for (int row = 0; row < rows; row++) {
      if (row > 0) {
        sql.append(',');
      }
      sql.append(group);
    }
    return sql.append(' ').append(tail).toString();
  }

  /** {@code (?,?,…)} for an IN list. */
  public static String inList(int size) {
    return "(" + "?,".repeat(size - 1) + "?)";
  }
}
