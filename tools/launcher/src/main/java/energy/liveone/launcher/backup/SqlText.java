package energy.liveone.launcher.backup;

/** SQL as it stands in a backup: every statement on a line of its own, whatever is in it. */
final class SqlText {
  private SqlText() {}

  /** What a session must be set to before statements of a backup mean what they meant. */
  static final String SESSION =
      "SET NAMES utf8mb4, time_zone = '+00:00',"
          + " sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES',"
          + " foreign_key_checks = 0, unique_checks = 0, check_constraint_checks = 0";

  static String name(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  /** Appends a string literal; relies on backslashes being escapes, as {@link #SESSION} has it. */
  static void appendQuoted(StringBuilder out, String text) {
    out.append('\'');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\'' -> out.append("\\'");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\0' -> out.append("\\0");
        case '\u001a' -> out.append("\\Z");
        default -> out.append(c);
      }
    }
    out.append('\'');
  }

  /**
   * The server escapes line breaks within comments and defaults, so all that are left are layout.
   */
  static String onOneLine(String statement) {
    return statement.replace("\r", " ").replace("\n", " ");
  }
}
