package energy.liveone.web.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;

/** Marks the cookies of an answer {@code Secure}. */
public final class SecureCookies {
  private static final String SET_COOKIE = "Set-Cookie";

  private SecureCookies() {}

  /** Marks those that are set so far. */
  public static void mark(HttpServletResponse response) {
    List<String> cookies = List.copyOf(response.getHeaders(SET_COOKIE));
    if (cookies.stream().allMatch(SecureCookies::isSecure)) {
      return;
    }
    for (int i = 0; i < cookies.size(); i++) {
      String cookie = cookies.get(i);
      String marked = isSecure(cookie) ? cookie : cookie + "; Secure";
      if (i == 0) {
        response.setHeader(SET_COOKIE, marked);
      } else {
        response.addHeader(SET_COOKIE, marked);
      }
    }
  }

  private static boolean isSecure(String cookie) {
    return cookie.toLowerCase(Locale.ROOT).matches("(?s).*;\\s*secure\\s*(;.*)?");
  }
}
