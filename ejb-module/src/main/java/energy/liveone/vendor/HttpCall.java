package energy.liveone.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One HTTP call to a vendor. Never prints its query, headers or body.
 *
 * @param method upper case
 * @param uri absolute
 * @param headers besides those that {@link VendorHttp} adds
 * @param body sent as UTF-8, empty for none
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, String body) {
  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** A call without a body. */
  public static HttpCall get(URI uri) {
    return new HttpCall("GET", uri, Map.of(), "");
  }

  /** A form post. */
  public static HttpCall form(URI uri, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return new HttpCall(
        "POST", uri, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
  }

  /** The same call with one more header. */
  public HttpCall with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpCall(method, uri, more, body);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Method, host and path only. */
  @Override
  public String toString() {
    return method + " " + uri.getHost() + uri.getPath();
  }
}
