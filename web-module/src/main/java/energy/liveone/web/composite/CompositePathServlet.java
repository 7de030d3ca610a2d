package energy.liveone.web.composite;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Leads {@code /composite/{slug or id}} to the page that shows it, and {@code /composite/{slug or
 * id}/edit} to its editor. A servlet for the reasons of the one for systems.
 */
@WebServlet("/composite/*")
public class CompositePathServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String EDIT = "/edit";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    boolean isEditor = path.endsWith(EDIT) && path.length() > EDIT.length() + 1;
    String name = isEditor ? path.substring(0, path.length() - EDIT.length()) : path;
    name = name.isEmpty() ? "" : name.substring(1);
    if (name.isEmpty() || name.contains("/")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String page = isEditor ? "/composite-edit.xhtml?id=" : "/composite-view.xhtml?id=";
    request
        .getRequestDispatcher(page + URLEncoder.encode(name, StandardCharsets.UTF_8))
        .forward(request, response);
  }
}
