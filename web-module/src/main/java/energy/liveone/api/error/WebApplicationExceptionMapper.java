package energy.liveone.api.error;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What JAX-RS itself refuses: unknown paths, methods and media types. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
  private static final Logger LOG = Logger.getLogger(WebApplicationExceptionMapper.class.getName());

  @Override
  public Response toResponse(WebApplicationException e) {
    Response original = e.getResponse();
    ErrorCode code = codeOf(original.getStatus());
    if (code == ErrorCode.INTERNAL) {
      LOG.log(Level.SEVERE, "The API failed", e);
    }
    Response.ResponseBuilder response = ApiError.response(code, textOf(code));
    String allow = original.getHeaderString(HttpHeaders.ALLOW);
    if (allow != null) {
      response.header(HttpHeaders.ALLOW, allow);
    }
    return response.build();
  }

  private static ErrorCode codeOf(int status) {
    return switch (status) {
      case 401 -> ErrorCode.UNAUTHENTICATED;
      case 403 -> ErrorCode.FORBIDDEN;
      case 404 -> ErrorCode.NOT_FOUND;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 406 -> ErrorCode.NOT_ACCEPTABLE;
      case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
      case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
      case 503 -> ErrorCode.UNAVAILABLE;
      default -> status < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL;
    };
  }

  private static String textOf(ErrorCode code) {
    return switch (code) {
      case NOT_FOUND -> "There is nothing at this path";
      case METHOD_NOT_ALLOWED -> "This path does not take this method";
      case NOT_ACCEPTABLE -> "This path answers in JSON";
      case UNSUPPORTED_MEDIA_TYPE -> "Send application/json";
      case INTERNAL -> "Something went wrong on our side";
      case UNAVAILABLE -> "Try again in a moment";
      default -> "The request cannot be used";
    };
  }
}
