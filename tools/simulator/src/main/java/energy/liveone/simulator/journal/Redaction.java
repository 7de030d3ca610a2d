package energy.liveone.simulator.journal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Decides what of a call may be remembered. */
public final class Redaction {

  /** Stands where something was taken out. */
  public static final String MASK = "***";

  /**
   * Headers whose values say something to a test and betray nothing. Of all others only the name is
   * kept.
   */
  private static final Set<String> OPEN_HEADERS =
      Set.of("user-agent", "accept", "accept-encoding", "content-type", "content-length");

  private static final Set<String> DULL_HEADERS =
      Set.of("host", "connection", "upgrade", "http2-settings");

  private static final Set<String> SECRET_PARAMETERS =
      Set.of(
          "api_key",
          "apikey",
          "key",
          "pwd",
          "password",
          "access_token",
          "refresh_token",
          "id_token",
          "token",
          "code",
          "state",
          "client_secret",
          "code_verifier",
          "email");

  private Redaction() {}

  /** Path and query with the values of secret parameters masked. */
  public static String path(String path, String query) {
    if (query.isEmpty()) {
      return path;
    }
    StringBuilder shown = new StringBuilder(path);
    char separator = '?';
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      boolean secret = isSecret(name);
      shown.append(separator).append(equals >= 0 && secret ? name + "=" + MASK : pair);
      separator = '&';
    }
    return shown.toString();
  }

  /** A name may be written with escapes; one that cannot be read is taken for secret. */
  private static boolean isSecret(String name) {
    try {
      String plain = URLDecoder.decode(name, StandardCharsets.UTF_8);
      return SECRET_PARAMETERS.contains(plain.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException unreadable) {
      return true;
    }
  }

  /** Headers by lower-case name, with the value masked unless it is known to be harmless. */
  public static Map<String, String> headers(Map<String, String> headers) {
    Map<String, String> shown = new TreeMap<>();
    headers.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!DULL_HEADERS.contains(lower)) {
            shown.put(lower, OPEN_HEADERS.contains(lower) ? value : MASK);
          }
        });
    return shown;
  }
}
