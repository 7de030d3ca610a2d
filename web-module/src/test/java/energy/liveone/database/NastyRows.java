package energy.liveone.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Puts rows into every table, also into those that are made later than this test: values that
 * escaping, rounding and time zones like to spoil, and nulls wherever they may be. Keys between
 * tables and checks are not kept to; a backup has to copy what is there.
 */
final class NastyRows {
  private static final int ROWS = 3;
  private static final String TEXT = "it's \\ \"a\" ; -- \n\r\t\0\u001a%_ ☀ 🌞 日本`x`/*!*/";
  private static final double[] NUMBERS = {-0.0, 0.1 + 0.2, -4.9e-324};

  private final Connection connection;

  NastyRows(Connection connection) {
    this.connection = connection;
  }

  private record Column(String name, String type, long length, boolean nullable) {}

  void fillEveryTable() throws SQLException {
    SqlProbe probe = new SqlProbe(connection);
    probe.execute(
        "SET foreign_key_checks = 0",
        "SET check_constraint_checks = 0",
        "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES'",
        "SET time_zone = '+00:00'");
    for (String table : probe.tables()) {
      if (!table.equals("migrations")) {
        fill(table);
      }
    }
    probe.execute("SET check_constraint_checks = 1");
  }

  private void fill(String table) throws SQLException {
    List<Column> columns = columns(table);
    String names =
        columns.stream().map(column -> "`" + column.name() + "`").collect(Collectors.joining(","));
    String marks = String.join(",", Collections.nCopies(columns.size(), "?"));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")")) {
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < columns.size(); i++) {
          set(insert, i + 1, columns.get(i), row);
        }
        insert.executeUpdate();
      }
    }
  }

  private List<Column> columns(String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT column_name, data_type, character_maximum_length, is_nullable"
                    + " FROM information_schema.columns WHERE table_schema = DATABASE()"
                    + " AND extra NOT LIKE '%GENERATED%' AND table_name = '"
                    + table
                    + "' ORDER BY ordinal_position")) {
      while (result.next()) {
        columns.add(
            new Column(
                result.getString(1),
                result.getString(2).toLowerCase(Locale.ROOT),
                result.getLong(3),
                result.getString(4).equals("YES")));
      }
    }
    return columns;
  }

  private static void set(PreparedStatement insert, int index, Column column, int row)
      throws SQLException {
    if (column.nullable() && row == 1) {
      insert.setObject(index, null);
      return;
    }
    switch (column.type()) {
      case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal" ->
          insert.setInt(index, row == 0 ? 0 : 100 + row);
      case "double", "float" -> insert.setDouble(index, NUMBERS[row]);
      case "date" -> insert.setString(index, "2026-04-0" + (5 + row));
      case "datetime", "timestamp" ->
          insert.setString(index, "2026-04-05 02:3" + row + ":00.123456");
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
          insert.setBytes(index, bytes((int) Math.min(column.length(), 600), row));
      default -> insert.setString(index, text(row + TEXT, (int) Math.min(column.length(), 4000)));
    }
  }

  private static byte[] bytes(int length, int row) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i + row * 85);
    }
    return bytes;
  }

  private static String text(String text, int length) {
    int[] letters = text.codePoints().limit(length).toArray();
    String cut = new String(letters, 0, letters.length);
    return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
