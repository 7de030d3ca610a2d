package energy.liveone.launcher.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a table whose values are kept; generated ones make themselves again. */
record TableColumns(String table, List<Column> columns) {

  /** How a value is written. */
  enum Form {
    /** As the server writes it: its text of a DOUBLE reads back to the same bits. */
    NUMBER,
    /** Hexadecimal digits. */
    BINARY,
    TEXT
  }

  record Column(String name, Form form, String expression) {}

  static TableColumns of(Connection connection, String table) throws SQLException {
    String sql =
        "SELECT column_name, data_type FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND table_name = ?"
            + " AND (generation_expression IS NULL OR generation_expression = '')"
            + " ORDER BY ordinal_position";
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, table);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          columns.add(column(result.getString(1), result.getString(2)));
        }
      }
    }
    return new TableColumns(table, columns);
  }

  private static Column column(String name, String type) {
    String quoted = SqlText.name(name);
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "double", "year" ->
          new Column(name, Form.NUMBER, quoted);
      // Written as itself it would be rounded to six digits.
      case "float" -> new Column(name, Form.NUMBER, "CAST(" + quoted + " AS DOUBLE)");
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit" ->
          new Column(name, Form.BINARY, "HEX(" + quoted + ")");
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "json" ->
          new Column(name, Form.TEXT, quoted);
      // Times above all: in the session's zone, which is UTC, and not as the driver sees them.
      default -> new Column(name, Form.TEXT, "CAST(" + quoted + " AS CHAR)");
    };
  }

  String select() {
    return columns.stream()
        .map(Column::expression)
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + SqlText.name(table)));
  }

  String insert() {
    return columns.stream()
        .map(column -> SqlText.name(column.name()))
        .collect(
            Collectors.joining(", ", "INSERT INTO " + SqlText.name(table) + " (", ") VALUES "));
  }

  void appendRow(StringBuilder out, ResultSet row) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      out.append(i == 0 ? '(' : ',');
      append(out, columns.get(i).form(), row.getString(i + 1));
    }
    out.append(')');
  }

  private static void append(StringBuilder out, Form form, @Nullable String value) {
    if (value == null) {
      out.append("NULL");
      return;
    }
    switch (form) {
      case NUMBER -> out.append(value).append(value.equals("-0") ? "e0" : "");
      case BINARY -> out.append("x'").append(value).append('\'');
      case TEXT -> SqlText.appendQuoted(out, value);
    }
  }
}
