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
 * Leads {@code /system/{id or alias}} to the page that shows it, and {@code …/edit} below it to the
 * one that changes it. Faces has addresses with fixed paths only; the browser keeps the one it
 * asked for. A servlet and not a filter, so that it comes after all filters, among them the one
 * that knows the caller.
 */
@WebServlet("/system/*")
public class SystemPathServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/system.xhtml?id=";
  private static final String EDITOR = "/system-edit.xhtml?id=";
  private static final String EDIT = "/edit";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    boolean isEditor = path.endsWith(EDIT) && path.length() > EDIT.length() + 1;
    String named = isEditor ? path.substring(0, path.length() - EDIT.length()) : path;
    String name = named.isEmpty() ? "" : named.substring(1);
    if (name.isEmpty() || name.contains("/")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String query = URLEncoder.encode(name, StandardCharsets.UTF_8);
    request.getRequestDispatcher((isEditor ? EDITOR : PAGE) + query).forward(request, response);
  }
}
