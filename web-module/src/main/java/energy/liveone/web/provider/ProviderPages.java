package energy.liveone.web.provider;

import energy.liveone.oidc.OidcProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Where the servlets around providers lead. Nothing of it may be kept by browsers and proxies. */
final class ProviderPages {
  private ProviderPages() {}

  /** The name of a provider at the end of the path. */
  static String nameIn(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  /** To a path of this server. */
  static void go(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect(request.getContextPath() + path);
  }

  /** To the provider. */
  static void goTo(HttpServletResponse response, URI page) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect(page.toString());
  }

  /** To the page where it began, with the reason why it goes no further. */
  static void tell(
      HttpServletRequest request,
      HttpServletResponse response,
      boolean connects,
      ProviderProblem problem,
      OidcProvider provider)
      throws IOException {
    String page = connects ? "/account" : "/sign-in";
    go(request, response, page + "?problem=" + problem.wireName() + "&with=" + provider.name());
  }
}
