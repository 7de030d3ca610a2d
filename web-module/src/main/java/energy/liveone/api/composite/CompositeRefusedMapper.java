package energy.liveone.api.composite;

import energy.liveone.api.error.ApiError;
import energy.liveone.api.error.ErrorCode;
import energy.liveone.composite.CompositeRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Refusals of what cannot be done with composites. */
@Provider
public class CompositeRefusedMapper implements ExceptionMapper<CompositeRefused> {
  @Override
  public Response toResponse(CompositeRefused refused) {
    ErrorCode code =
        switch (refused.fault()) {
          case INVALID, FOREIGN_POINT, ROLE_UNSUITED -> ErrorCode.INVALID_FIELD;
          case SLUG_TAKEN -> ErrorCode.CONFLICT;
          case NESTED -> ErrorCode.NESTED_COMPOSITE;
          case CYCLE -> ErrorCode.COMPOSITE_CYCLE;
        };
    return ApiError.response(
            code.status(),
            code.name(),
            String.valueOf(refused.getMessage()),
            Map.of("field", refused.field()))
        .build();
  }
}
