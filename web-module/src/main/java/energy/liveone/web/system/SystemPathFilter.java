package energy.liveone.web.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Leads {@code /system/{id or alias}} to the page that shows it. Faces has addresses with fixed
 * paths only; the browser keeps the one it asked for.
 */
@WebFilter("/system/*")
public class SystemPathFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "/system/";
  private static final String PAGE = "/system.xhtml?id=";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String name = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
    if (name.isEmpty() || name.contains("/")) {
      chain.doFilter(request, response);
      return;
    }
    // The name is still encoded as it came; a name with odd characters is nobody's, so encoding
    // twice is harmless.
    String query = URLEncoder.encode(name, StandardCharsets.UTF_8);
    request.getRequestDispatcher(PAGE + query).forward(request, response);
  }
}
