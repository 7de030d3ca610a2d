package energy.liveone.web.sharing;

import energy.liveone.access.Subject;
import energy.liveone.access.SubjectType;
import energy.liveone.token.TokenText;
import energy.liveone.web.security.OpenShareLink;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Exchanges a share link for a session and goes on to what is shared, so that the secret stays
 * neither in the address bar nor in what other sites are told of where readers come from.
 */
@WebServlet("/shared")
public class ShareLinkServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OpenShareLink links;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    String secret = request.getParameter("link");
    Optional<Subject> shared =
        Optional.ofNullable(secret).flatMap(text -> links.open(request, new TokenText(text)));
    if (shared.isPresent()) {
      boolean isKiosk = request.getParameter("kiosk") != null;
      String page = isKiosk ? kioskOf(shared.get()) : pageOf(shared.get());
      response.sendRedirect(request.getContextPath() + page);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static String kioskOf(Subject subject) {
    String name = subject.type() == SubjectType.SYSTEM ? "system" : "composite";
    return "/kiosk?" + name + "=" + subject.id();
  }

  /** The page that shows what is shared. */
  static String pageOf(Subject subject) {
    return (subject.type() == SubjectType.SYSTEM ? "/system/" : "/composite/") + subject.id();
  }
}
