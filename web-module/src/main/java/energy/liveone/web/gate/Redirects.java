package energy.liveone.web.gate;

import jakarta.servlet.http.HttpServletResponse;

/** Redirects to a path of this server. */
public final class Redirects {
  private Redirects() {}

  /** Sends a browser to a path, by that path alone. */
  public static void send(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", path);
    response.setContentLength(0);
  }
}
