package energy.liveone.origin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code Forwarded: for="[2001:db8::1]:4711";proto=https;host=home.example, for=10.0.0.1}. A
 * part that does not follow RFC 7239 says nothing; it never shifts the others.
 */
final class Rfc7239 {
  private Rfc7239() {}

  static List<Hop> hops(List<String> headers) {
    List<Hop> hops = new ArrayList<>();
    for (String header : headers) {
      for (String element : split(header, ',')) {
        hops.add(hop(element));
      }
    }
    return hops;
  }

  private static Hop hop(String element) {
    Map<String, String> parts = new HashMap<>();
    for (String part : split(element, ';')) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.putIfAbsent(
            part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            unquoted(part.substring(equals + 1).strip()));
      }
    }
    return new Hop(
        parts.getOrDefault("for", ""),
        parts.getOrDefault("proto", ""),
        parts.getOrDefault("host", ""));
  }

  private static String unquoted(String value) {
    boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return isQuoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }

  /** At the separators outside of quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean inQuotes = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && inQuotes) {
        i++;
      } else if (c == '"') {
        inQuotes = !inQuotes;
      } else if (c == separator && !inQuotes) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
