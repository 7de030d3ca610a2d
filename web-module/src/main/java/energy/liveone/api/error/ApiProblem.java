package energy.liveone.api.error;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that cannot be served, as its sender will be told. */
public class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, Object> details;
  private final @Nullable Duration retryAfter;

  private ApiProblem(
      int status,
      String code,
      String message,
      Map<String, Object> details,
      @Nullable Duration retryAfter) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
    this.retryAfter = retryAfter;
  }

  /** A problem without details. */
  public static ApiProblem of(ErrorCode code, String message) {
    return of(code, message, Map.of());
  }

  /** A problem with details. */
  public static ApiProblem of(ErrorCode code, String message, Map<String, Object> details) {
    return new ApiProblem(code.status(), code.name(), message, details, null);
  }

  /** A problem with a code that is not ours, such as that of a vendor. */
  public static ApiProblem of(
      int status, String code, String message, Map<String, Object> details) {
    return new ApiProblem(status, code, message, details, null);
  }

  /** A field or parameter that is missing. */
  public static ApiProblem missing(String field) {
    return of(ErrorCode.MISSING_FIELD, "Missing " + field, Map.of("field", field));
  }

  /** A field or parameter that cannot be used. */
  public static ApiProblem invalid(String field, String message) {
    return of(ErrorCode.INVALID_FIELD, message, Map.of("field", field));
  }

  /** Something that does not exist. */
  public static ApiProblem notFound(String message) {
    return of(ErrorCode.NOT_FOUND, message);
  }

  /** Something that exists already. */
  public static ApiProblem conflict(String field, String message) {
    return of(ErrorCode.CONFLICT, message, Map.of("field", field));
  }

  /** Too often. */
  public static ApiProblem tooOften(String message, Duration retryAfter) {
    ErrorCode code = ErrorCode.RATE_LIMITED;
    return new ApiProblem(code.status(), code.name(), message, Map.of(), retryAfter);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What programs can tell apart. */
  public String code() {
    return code;
  }

  /** What else helps. */
  public Map<String, Object> details() {
    return details;
  }

  /** The answer. */
  public Response response() {
    Response.ResponseBuilder response =
        ApiError.response(status, code, String.valueOf(getMessage()), details);
    if (retryAfter != null) {
      // Rounded up, so that the next attempt is not a moment too early.
      response.header("Retry-After", Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }
    return response.build();
  }
}
