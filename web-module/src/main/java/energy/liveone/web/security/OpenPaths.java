package energy.liveone.web.security;

import java.util.List;
import java.util.Set;

/**
 * What needs no session: the pages that sign people in, and what all pages are made of. Everything
 * else is closed unless listed here. The API is listed because it answers for itself; the server
 * adds its health and OpenAPI documents to this application because it is the one at {@code /}.
 */
final class OpenPaths {
  private static final Set<String> PAGES =
      Set.of(
          "/",
          "/index",
          "/sign-in",
          "/sign-up",
          "/welcome",
          "/goodbye",
          "/verify-email",
          "/forgot-password",
          "/reset-password",
          "/invitation",
          "/shared",
          "/error",
          "/not-found",
          "/favicon.ico",
          "/favicon.svg",
          "/manifest.webmanifest",
          "/robots.txt",
          "/openapi",
          "/health");

  private static final List<String> BELOW =
      List.of(
          "/api/",
          "/assets/",
          "/jakarta.faces.resource/",
          "/webjars/",
          "/health/",
          "/openapi/",
          "/sign-in/with/",
          "/sign-in/callback/");

  private static final Set<String> GUEST_PAGES =
      Set.of("/system", "/system.xhtml", "/composite-view", "/composite-view.xhtml", "/kiosk");

  private OpenPaths() {}

  /**
   * Whether strangers may get it.
   *
   * @param path below the context root, decoded, without parameters
   */
  static boolean contains(String path) {
    if (path.contains("..") || path.contains("//")) {
      return false;
    }
    String page = path.endsWith(".xhtml") ? path.substring(0, path.length() - 6) : path;
    return path.equals("/api") || PAGES.contains(page) || BELOW.stream().anyMatch(path::startsWith);
  }

  /** Whether a share link may lead there; the page itself shows only what is shared. */
  static boolean isForGuests(String path) {
    return GUEST_PAGES.contains(path)
        || path.startsWith("/system/")
        || path.startsWith("/composite/");
  }
}
