package energy.liveone.launcher.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Two schemas beside the real one for the time of a restore: one that is filled, and one that takes
 * what it replaces. Marked as such, so that what an interrupted restore left behind is removed by
 * the next one and nobody else's schema ever is.
 */
final class SpareSchemas implements AutoCloseable {
  private static final String MARK = "spare of LiveOne EE while a backup is restored";
  private static final int ACCESS_DENIED = 1044;

  private final Connection connection;
  private final String schema;

  SpareSchemas(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  String incoming() {
    return schema + "_restoring";
  }

  private String replaced() {
    return schema + "_replaced";
  }

  /** Makes both, empty. */
  void make() throws SQLException {
    for (String spare : List.of(incoming(), replaced())) {
      dropMarked(spare);
      try {
        execute(
            "CREATE DATABASE "
                + SqlText.name(spare)
                + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT '"
                + MARK
                + "'");
      } catch (SQLException e) {
        throw refusal(spare, e);
      }
    }
  }

  private BackupFault refusal(String spare, SQLException e) {
    return new BackupFault(
        e.getErrorCode() == ACCESS_DENIED
            ? "A restore needs the schemas %s and %s for its time, which this user may not make: grant it all rights on them."
                .formatted(incoming(), replaced())
            : "The schema %s, which a restore needs for its time, cannot be made: %s."
                .formatted(spare, e.getMessage()),
        e);
  }

  /**
   * Moves the schema's tables out and the loaded ones in: all or none, in one statement. The views
   * follow; they only name tables.
   */
  void exchange(List<String> tables, List<String> views) throws SQLException {
    dropViews(incoming());
    List<String> moves = new ArrayList<>();
    names(schema, "BASE TABLE").forEach(table -> moves.add(move(table, schema, replaced())));
    tables.forEach(table -> moves.add(move(table, incoming(), schema)));
    execute("SET foreign_key_checks = 1");
    execute("RENAME TABLE " + String.join(", ", moves));
    execute("USE " + SqlText.name(schema));
    dropViews(schema);
    for (String view : views) {
      execute(view);
    }
  }

  private static String move(String table, String from, String to) {
    String name = SqlText.name(table);
    return SqlText.name(from) + "." + name + " TO " + SqlText.name(to) + "." + name;
  }

  private void dropViews(String of) throws SQLException {
    for (String view : names(of, "VIEW")) {
      execute("DROP VIEW " + SqlText.name(of) + "." + SqlText.name(view));
    }
  }

  /** Removes both with all that is in them. */
  @Override
  public void close() throws SQLException {
    execute("USE " + SqlText.name(schema));
    execute("SET foreign_key_checks = 0");
    dropMarked(incoming());
    dropMarked(replaced());
  }

  private void dropMarked(String spare) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT schema_comment FROM information_schema.schemata WHERE schema_name = ?")) {
      query.setString(1, spare);
      try (ResultSet result = query.executeQuery()) {
        if (!result.next()) {
          return;
        }
        if (!MARK.equals(result.getString(1))) {
          throw new BackupFault(
              "A restore needs the schema %s for its time, but there is one of that name: rename it."
                  .formatted(spare));
        }
      }
    }
    execute("DROP DATABASE " + SqlText.name(spare));
  }

  private List<String> names(String of, String type) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = ? AND table_type = ? ORDER BY table_name")) {
      query.setString(1, of);
      query.setString(2, type);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          names.add(result.getString(1));
        }
      }
    }
    return names;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
