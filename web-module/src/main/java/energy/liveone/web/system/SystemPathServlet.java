package energy.liveone.web.system;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Leads {@code /system/{id or alias}} to the page that shows it. Faces has addresses with fixed
 * paths only; the browser keeps the one it asked for. A servlet and not a filter, so that it comes
 * after all filters, among them the one that knows the caller.
 */
@WebServlet("/system/*")
public class SystemPathServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/system.xhtml?id=";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String path = request.getPathInfo();
    String name = path == null ? "" : path.substring(1);
    if (name.isEmpty() || name.contains("/")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String query = URLEncoder.encode(name, StandardCharsets.UTF_8);
    request.getRequestDispatcher(PAGE + query).forward(request, response);
  }
}
