package energy.liveone.web.kiosk;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Leads {@code /kiosk?system=} and {@code /kiosk?composite=}, each with an id or a short name, to
 * the page of it, which then shows itself as a wall wants it.
 */
@WebServlet("/kiosk")
public class KioskServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String system = request.getParameter("system");
    String composite = request.getParameter("composite");
    if ((system == null) == (composite == null)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String page =
        system == null
            ? "/composite-view.xhtml?id=" + encoded(composite)
            : "/system.xhtml?id=" + encoded(system);
    request.getRequestDispatcher(page + "&kiosk=1").forward(request, response);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
