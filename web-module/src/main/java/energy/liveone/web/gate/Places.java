package energy.liveone.web.gate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which kind of thing a request asks for, by its path. */
public final class Places {
  /** The name of the session cookie. */
  public static final String SESSION_COOKIE = "liveone-session";

  private static final List<String> PARTS_OF_PAGES =
      List.of("/assets/", "/jakarta.faces.resource/", "/webjars/");

  private static final List<String> FOR_MACHINES =
      List.of("/health", "/openapi", "/favicon.ico", "/robots.txt");

  private Places() {}

  /** The path below the context root, decoded, without parameters. */
  public static String pathOf(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }

  /** Whether programs are answered there; also when an error of it is being answered. */
  public static boolean isApi(HttpServletRequest request) {
    String path = askedPath(request);
    return path.equals("/api") || path.startsWith("/api/");
  }

  /** Whether what was asked for is no page, so that nobody reads a page in its place. */
  public static boolean isNoPage(HttpServletRequest request) {
    String path = askedPath(request);
    return isApi(request)
        || isPartOfPages(path)
        || FOR_MACHINES.stream().anyMatch(path::startsWith);
  }

  /** Whether it is a part of pages which is the same for everybody. */
  public static boolean isPartOfPages(String path) {
    return PARTS_OF_PAGES.stream().anyMatch(path::startsWith);
  }

  private static String askedPath(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String uri
        ? uri.substring(Math.min(uri.length(), request.getContextPath().length()))
        : pathOf(request);
  }
}
