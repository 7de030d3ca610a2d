package energy.liveone.web.security;

import energy.liveone.web.gate.Places;
import energy.liveone.web.gate.Refusal;
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
      if (Places.isApi(request)) {
        new Refusal(
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "UNAVAILABLE",
                "The database is out of reach; try again in a moment")
            .send(request, response);
      } else {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
