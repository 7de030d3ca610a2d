package energy.liveone.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Answers when it cannot be found out who asks, because the database is out of reach: 503, so that
 * scripts try again and nobody is taken for a stranger or let in.
 */
final class Undecided {
  private static final Logger LOG = Logger.getLogger(Undecided.class.getName());
  private static final String RETRY_AFTER_SECONDS = "5";

  private Undecided() {}

  static void answer(
      HttpServletRequest request, HttpServletResponse response, RuntimeException fault) {
    String incident = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, fault, () -> "Nobody can be recognised, incident " + incident);
    response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    try {
      if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return;
      }
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setContentType("application/json");
      response
          .getWriter()
          .write(
              "{\"error\":\"The database is out of reach; try again in a moment\","
                  + "\"code\":\"UNAVAILABLE\",\"details\":{\"incident\":\"%s\"}}"
                      .formatted(incident));
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
