package energy.liveone.web.kiosk;

import energy.liveone.web.address.Address;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
    Address page =
        system == null
            ? Address.of("/composite-view.xhtml").with("id", composite)
            : Address.of("/system.xhtml").with("id", system);
    request.getRequestDispatcher(page.with("kiosk", "1").toString()).forward(request, response);
  }
}
