package energy.liveone.web.problem;

import energy.liveone.web.gate.Places;
import energy.liveone.web.gate.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers what the container refused or what nobody caught: programs in the API's form, browsers
 * with a page, and neither with anything of the inside. Everything that has no answer of its own
 * ends here, so that the container's own error pages are never seen.
 */
@WebServlet("/problem/answer")
public class ProblemServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    int status = statusOf(request);
    response.setStatus(status);
    Optional<String> page = Places.isNoPage(request) ? Optional.empty() : pageFor(status);
    if (page.isPresent()) {
      request.getRequestDispatcher(page.get()).forward(request, response);
    } else {
      refusalFor(status).send(request, response);
    }
  }

  /** Asked for directly it is a page like any that does not exist. */
  private static int statusOf(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
  }

  private static Optional<String> pageFor(int status) {
    return switch (status) {
      case 403 -> Optional.of("/problem/forbidden.xhtml");
      case 404 -> Optional.of("/problem/not-found.xhtml");
      default -> status < 500 ? Optional.empty() : Optional.of("/problem/failed.xhtml");
    };
  }

  private static Refusal refusalFor(int status) {
    return switch (status) {
      case 401 -> new Refusal(status, "UNAUTHENTICATED", "Sign in first");
      case 403 -> new Refusal(status, "FORBIDDEN", "This is for others");
      case 404 -> new Refusal(status, "NOT_FOUND", "There is nothing at this path");
      case 405 -> new Refusal(status, "METHOD_NOT_ALLOWED", "This path does not take this method");
      case 413 -> new Refusal(status, "PAYLOAD_TOO_LARGE", "The request is too large");
      case 415 -> new Refusal(status, "UNSUPPORTED_MEDIA_TYPE", "Nothing of this kind is taken");
      case 503 -> new Refusal(status, "UNAVAILABLE", "Try again in a moment");
      default ->
          status < 500
              ? new Refusal(status, "BAD_REQUEST", "The request cannot be used")
              : new Refusal(500, "INTERNAL", "Something went wrong on our side");
    };
  }
}
