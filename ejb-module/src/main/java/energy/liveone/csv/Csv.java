package energy.liveone.csv;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells of comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula
 * gets an apostrophe in front, since names may come from vendors and strangers.
 */
public final class Csv {
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r].*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d.eE+-]*");
  private static final Pattern SPECIAL = Pattern.compile("(?s).*[\",\r\n].*");

  private Csv() {}

  /** Writes a line; null is an empty field. */
  public static void write(Appendable to, Iterable<? extends @Nullable CharSequence> cells)
      throws IOException {
    boolean isFirst = true;
    for (CharSequence cell : cells) {
      if (!isFirst) {
        to.append(',');
      }
      isFirst = false;
      if (cell != null) {
        to.append(cell(cell.toString()));
      }
    }
    to.append("\r\n");
  }

  /** A text as a field. */
  public static String cell(String text) {
    String safe =
        FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    return SPECIAL.matcher(safe).matches() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
