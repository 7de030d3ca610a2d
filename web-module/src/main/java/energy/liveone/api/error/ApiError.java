package energy.liveone.api.error;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;

/**
 * The body of every error.
 *
 * @param error a sentence for people
 * @param code for programs
 * @param details what else helps; possibly empty
 */
@JsonbPropertyOrder({"error", "code", "details"})
public record ApiError(String error, String code, Map<String, Object> details) {
  /** The answer with this status and body. */
  public static ResponseBuilder response(
      int status, String code, String message, Map<String, Object> details) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new ApiError(message, code, details));
  }

  /** The answer with the status of the code. */
  public static ResponseBuilder response(ErrorCode code, String message) {
    return response(code.status(), code.name(), message, Map.of());
  }
}
