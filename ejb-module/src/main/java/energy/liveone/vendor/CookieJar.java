package energy.liveone.vendor;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cookies of one login at one host: names and values only, as path, domain and expiry say
 * nothing where every call goes to the same host and the vendor's session ends on its own terms.
 * Bounded against hostile answers; safe for use by several calls at once; never prints a value.
 */
public final class CookieJar {
  private static final int MAX_COOKIES = 50;
  private static final int MAX_LENGTH = 4096;

  private final SortedMap<String, String> cookies = new TreeMap<>();

  /** Takes in {@code Set-Cookie} headers; a cookie with {@code Max-Age=0} is dropped. */
  public synchronized void accept(List<String> setCookieHeaders) {
    setCookieHeaders.stream().filter(h -> h.length() <= MAX_LENGTH).forEach(this::acceptOne);
  }

  private void acceptOne(String header) {
    int semicolon = header.indexOf(';');
    String pair = semicolon < 0 ? header : header.substring(0, semicolon);
    // At the first sign only: values may contain it.
    int equals = pair.indexOf('=');
    if (equals <= 0) {
      return;
    }
    String name = pair.substring(0, equals).strip();
    String attributes = semicolon < 0 ? "" : header.substring(semicolon).toLowerCase(Locale.ROOT);
    if (attributes.replace(" ", "").contains(";max-age=0")) {
      cookies.remove(name);
    } else if (cookies.containsKey(name) || cookies.size() < MAX_COOKIES) {
      cookies.put(name, pair.substring(equals + 1).strip());
    }
  }

  /** Whether there is none. */
  public synchronized boolean isEmpty() {
    return cookies.isEmpty();
  }

  /** The {@code Cookie} header; a secret. */
  public synchronized String header() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** The values, to be masked in texts. */
  public synchronized List<String> values() {
    return List.copyOf(cookies.values());
  }

  /** Names only. */
  @Override
  public synchronized String toString() {
    return "CookieJar" + cookies.keySet();
  }
}
