package energy.liveone.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inserts many rows with few statements of many {@code VALUES} groups. MariaDB executes a batch of
 * single-row upserts row by row, some eight times slower than this.
 *
 * <p>Statements have 256, 128, 64 … 1 rows and no other sizes. So the driver, where it prepares on
 * the server, soon has each of them prepared, and numbers travel as eight bytes instead of as text
 * that the server has to parse: half the work for both.
 */
public final class MultiRowStatement {
  /**
   * Most rows of one statement, a power of two: enough to drown the round trip, and far below
   * {@code max_allowed_packet}.
   */
  private static final int MOST_ROWS = 256;

  private static final int SIZES = Integer.numberOfTrailingZeros(MOST_ROWS) + 1;

  /** The statement of {@code 2^i} rows at place {@code i}. */
  private final List<String> statements;

  /**
   * A statement shape.
   *
   * @param head up to and without {@code VALUES}
   * @param columns placeholders of a row
   * @param tail what follows the values, may be empty
   */
  public MultiRowStatement(String head, int columns, String tail) {
    String group = "(" + "?,".repeat(columns - 1) + "?)";
    this.statements =
        IntStream.range(0, SIZES)
            .mapToObj(i -> (group + ",").repeat((1 << i) - 1) + group)
            .map(values -> head + " VALUES " + values + " " + tail)
            .toList();
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
    int from = 0;
    while (from < rows.size()) {
      int size = Integer.highestOneBit(Math.min(rows.size() - from, MOST_ROWS));
      String sql = statements.get(Integer.numberOfTrailingZeros(size));
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        int index = 1;
        for (T row : rows.subList(from, from + size)) {
          index = binder.bind(statement, index, row);
        }
        affected += statement.executeUpdate();
      }
      from += size;
    }
    return affected;
  }

  /** {@code (?,?,…)} for an IN list. */
  public static String inList(int size) {
    return "(" + "?,".repeat(size - 1) + "?)";
  }
}
