package energy.liveone.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at all tables of a schema, whatever they are. */
final class SqlProbe {
  private final Connection connection;

  SqlProbe(Connection connection) {
    this.connection = connection;
  }

  List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
      while (result.next()) {
        tables.add(result.getString(1));
      }
    }
    return tables;
  }

  Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : tables()) {
      counts.put(table, number("SELECT COUNT(*) FROM " + table));
    }
    return counts;
  }

  /** The database's own checksum over all rows of each table. */
  Map<String, Long> checksums() throws SQLException {
    Map<String, Long> checksums = new TreeMap<>();
    for (String table : tables()) {
      checksums.put(table, longOf("CHECKSUM TABLE " + table, 2));
    }
    return checksums;
  }

  /** {@code SHOW CREATE TABLE} of each table: columns, keys, checks, partitions, next id. */
  Map<String, String> definitions() throws SQLException {
    Map<String, String> definitions = new TreeMap<>();
    for (String table : tables()) {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("SHOW CREATE TABLE " + table)) {
        result.next();
        definitions.put(table, result.getString(2));
      }
    }
    return definitions;
  }

  long number(String sql) throws SQLException {
    return longOf(sql, 1);
  }

  private long longOf(String sql, int column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(column);
    }
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
