package energy.liveone.api.error;

import energy.liveone.access.AccessRefused;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Refusals of the access service. */
@Provider
public class AccessRefusedMapper implements ExceptionMapper<AccessRefused> {
  @Override
  public Response toResponse(AccessRefused refused) {
    String message = String.valueOf(refused.getMessage());
    return switch (refused.refusal()) {
      case NOT_SIGNED_IN ->
          ApiError.response(ErrorCode.UNAUTHENTICATED, message)
              .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"LiveOne\"")
              .build();
      case NOT_ALLOWED -> ApiError.response(ErrorCode.FORBIDDEN, message).build();
      case NOT_FOUND -> ApiError.response(ErrorCode.NOT_FOUND, message).build();
    };
  }
}
