package energy.liveone.api.push;

import energy.liveone.polling.PushReply;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** From a sealed reply to the status and body that senders expect. */
final class PushAnswer {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private static final PushReply.Cases<Response> CASES =
      new PushReply.Cases<>(
          PushAnswer::stored,
          PushAnswer::keyAccepted,
          invalid ->
              error(
                  400,
                  "INVALID_PAYLOAD",
                  invalid.message(),
                  invalid.field().isEmpty() ? Map.of() : Map.of("field", invalid.field())),
          refused -> error(401, "AUTH_FAILED", "Invalid API key", Map.of()),
          unknown -> error(404, "NOT_FOUND", "System not found", Map.of()),
          PushAnswer::duplicate,
          nothing -> error(422, "INVALID_PAYLOAD", nothing.message(), Map.of()),
          PushAnswer::tooFrequent);

  private PushAnswer() {}

  static Response of(PushReply reply) {
    return reply.fold(CASES);
  }

  private static Response stored(PushReply.Stored stored) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("action", "store");
    body.put("message", "Stored " + stored.readings() + " readings");
    body.put("systemId", stored.systemId().value());
    body.put("timestamp", text(stored.time()));
    body.put("delaySeconds", stored.delay().toSeconds());
    return json(200, body);
  }

  private static Response keyAccepted(PushReply.KeyAccepted accepted) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("action", "test");
    body.put("systemId", accepted.systemId().value());
    body.put("displayName", accepted.displayName());
    return json(200, body);
  }

  private static Response duplicate(PushReply.Duplicate duplicate) {
    Map<String, Object> body = errorBody("DUPLICATE", "Duplicate timestamp", Map.of());
    body.put("timestamp", text(duplicate.time()));
    return json(409, body);
  }

  private static Response tooFrequent(PushReply.TooFrequent tooFrequent) {
    long seconds = Math.max(1, tooFrequent.retryAfter().plusMillis(999).toSeconds());
    return Response.fromResponse(
            error(429, "RATE_LIMITED", "Pushes of this site come too often", Map.of()))
        .header("Retry-After", seconds)
        .build();
  }

  private static Response error(
      int status, String code, String message, Map<String, Object> details) {
    return json(status, errorBody(code, message, details));
  }

  private static Map<String, Object> errorBody(
      String code, String message, Map<String, Object> details) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("error", message);
    body.put("code", code);
    body.put("details", details);
    return body;
  }

  private static Response json(int status, Map<String, Object> body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }

  private static String text(Instant time) {
    return MILLIS.format(time);
  }
}
