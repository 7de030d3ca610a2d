package energy.liveone.web.notice;

import energy.liveone.notice.NoticeService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Puts a notice away on {@code POST /notices/read} and goes back to the overview. A plain form, as
 * for signing out, so that it works however long the page has been open.
 */
@WebServlet("/notices/read")
public class ReadNoticeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient NoticeService notices;

  @Inject
  public ReadNoticeServlet(NoticeService notices) {
    this.notices = notices;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      notices.read(Long.parseLong(String.valueOf(request.getParameter("id"))));
    } catch (NumberFormatException e) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    response.sendRedirect(request.getContextPath() + "/dashboard");
  }
}
