package energy.liveone.vendor;

import java.util.Locale;

/**
 * One pass over a text that masks what follows a secret's name: {@code "name": "value"} (also
 * inside a JSON string), {@code name=value} and {@code Name: value}. What is cut off in the middle
 * of a secret is masked to its end.
 */
final class SecretScan {
  private static final int ASCII = 128;

  /** A table, because every character of every vendor's answer is looked up in it. */
  private static final boolean[] WORD = new boolean[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      WORD[c] =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-';
    }
  }

  private final String text;
  private final SecretNames names;
  private final StringBuilder out;
  private int copied;

  SecretScan(String text, SecretNames names) {
    this.text = text;
    this.names = names;
    this.out = new StringBuilder(text.length() + 16);
  }

  String masked() {
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(at);
      if (end == at) {
        at++;
      } else if (names.contains(text, at, end)) {
        at = maskValueAfter(at, end);
      } else {
        at = end;
      }
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private int endOfWord(int at) {
    int end = at;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return c < ASCII && WORD[c];
  }

  /** Masks the value that belongs to the name between the two positions; answers where to go on. */
  private int maskValueAfter(int nameStart, int nameEnd) {
    int quoteEnd = endOfQuote(nameEnd);
    int separator = skipBlanks(quoteEnd);
    if (separator >= text.length() || ":=".indexOf(text.charAt(separator)) < 0) {
      return nameEnd;
    }
    int start = skipBlanks(separator + 1);
    int open = endOfQuote(start);
    String quote = text.substring(start, open);
    if (!quote.isEmpty()) {
      replace(open, endOfQuoted(open, quote), Redaction.MASK);
    } else {
      String likeName = text.substring(nameEnd, quoteEnd);
      int end = endOfBare(start, text.substring(nameStart, nameEnd), likeName.isEmpty());
      replace(start, end, likeName + Redaction.MASK + likeName);
    }
    return copied;
  }

  private void replace(int from, int to, String mask) {
    out.append(text, copied, from).append(mask);
    copied = to;
  }

  private int skipBlanks(int at) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  /** After a quote here, with the backslashes it has inside a JSON string; else the same place. */
  private int endOfQuote(int at) {
    int next = at;
    while (next < text.length() && text.charAt(next) == '\\') {
      next++;
    }
    boolean quoted = next < text.length() && "\"'".indexOf(text.charAt(next)) >= 0;
    return quoted ? next + 1 : at;
  }

  private int endOfQuoted(int from, String quote) {
    int depth = quote.length() - 1;
    char mark = quote.charAt(depth);
    int slashes = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == mark && closes(slashes, depth)) {
        return i - Math.min(depth, slashes);
      }
      slashes = c == '\\' ? slashes + 1 : 0;
    }
    return text.length();
  }

  /** Whether a quote after so many backslashes ends a string that began after {@code depth}. */
  private static boolean closes(int slashes, int depth) {
    if (depth == 0) {
      return slashes % 2 == 0;
    }
    return slashes % 2 == 1 && closes((slashes - 1) / 2, (depth - 1) / 2);
  }

  private int endOfBare(int start, String name, boolean nameIsBare) {
    if (start < text.length() && "[{".indexOf(text.charAt(start)) >= 0) {
      return endOfNested(start);
    }
    String word = name.toLowerCase(Locale.ROOT);
    boolean header = nameIsBare && (word.endsWith("cookie") || word.endsWith("authorization"));
    String ends = header ? "\r\n" : "&,;}])<>\"' \t\r\n";
    int end = start;
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private int endOfNested(int start) {
    int depth = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        at = Math.min(text.length(), endOfQuoted(at, "\"") + 1);
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return at;
      }
    }
    return text.length();
  }
}
