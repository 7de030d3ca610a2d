package energy.liveone.web.preference;

import energy.liveone.preference.Language;
import energy.liveone.preference.Theme;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * What a browser keeps of its reader's wishes, so that the page on which they sign in looks like
 * the others. The script of the theme's switch writes the same cookie.
 */
public final class KeptByBrowser {
  static final String THEME = "theme";
  static final String LANGUAGE = "lang";
  private static final Duration KEPT = Duration.ofDays(365);

  private KeptByBrowser() {}

  /** Has the browser keep both; a language that is left to it needs no cookie. */
  public static void keep(HttpServletResponse response, Language language, Theme theme) {
    boolean isChosen = language != Language.AUTOMATIC;
    set(response, THEME, theme.wireName(), KEPT);
    set(response, LANGUAGE, language.wireName(), isChosen ? KEPT : Duration.ZERO);
  }

  private static void set(HttpServletResponse response, String name, String value, Duration kept) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge((int) kept.toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
