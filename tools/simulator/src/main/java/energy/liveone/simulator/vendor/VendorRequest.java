package energy.liveone.simulator.vendor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a vendor.
 *
 * @param path below the vendor's prefix, with its first slash
 * @param query as sent, without the question mark
 * @param headers by lower-case name; of several equal ones all, joined by a comma (cookies by a
 *     semicolon)
 */
public record VendorRequest(
    String method, String path, String query, Map<String, String> headers, String body) {

  public VendorRequest {
    headers = Map.copyOf(headers);
  }

  /** Value of a header. */
  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** Parts of the path between the slashes, empty ones left out. */
  public List<String> segments() {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return segments;
  }

  /** Whether this is a request of this method to exactly this path. */
  public boolean is(String wantedMethod, String wantedPath) {
    return method.equals(wantedMethod) && path.equals(wantedPath);
  }

  /** Parameters of the query. */
  public Map<String, String> parameters() {
    return decode(query);
  }

  /** Fields of a form in the body; empty when the content is of another type. */
  public Map<String, String> form() {
    boolean form =
        header("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
    return form ? decode(body) : Map.of();
  }

  /** Cookies by name. The value is everything after the first equals sign. */
  public Map<String, String> cookies() {
    Map<String, String> cookies = new HashMap<>();
    for (String pair : header("cookie").orElse("").split(";")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        cookies.put(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
      }
    }
    return cookies;
  }

  private static Map<String, String> decode(String encoded) {
    Map<String, String> decoded = new HashMap<>();
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        decoded.put(plain(pair.substring(0, equals)), plain(pair.substring(equals + 1)));
      }
    }
    return decoded;
  }

  /**
   * What cannot be decoded stays as it is: a vendor answers a strange form with a refusal, not with
   * a crash.
   */
  private static String plain(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException undecodable) {
      return encoded;
    }
  }
}
