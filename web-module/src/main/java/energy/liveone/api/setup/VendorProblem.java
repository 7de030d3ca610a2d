package energy.liveone.api.setup;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A vendor's refusal as an API error, under the vendor code. */
public final class VendorProblem {
  private VendorProblem() {}

  /**
   * What the caller can mend is a 400; the rest says that the vendor, not the caller, is at fault.
   */
  public static ApiProblem of(Failure failure) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("retryable", failure.code().retryable());
    failure.retryTime().ifPresent(time -> details.put("retryAt", time.toString()));
    if (failure.httpStatus() != null) {
      details.put("vendorStatus", failure.httpStatus());
    }
    return ApiProblem.of(
        statusOf(failure.code()), failure.code().name(), failure.detail(), details);
  }

  private static int statusOf(FailureCode code) {
    return switch (code) {
      case RATE_LIMITED -> 429;
      case VENDOR_UNAVAILABLE, BAD_RESPONSE, INTERNAL -> 502;
      case TIMEOUT -> 504;
      case NOT_CONFIGURED,
          AUTH_FAILED,
          AUTH_EXPIRED,
          FORBIDDEN,
          NOT_FOUND,
          INVALID_PAYLOAD,
          DUPLICATE ->
          400;
    };
  }
}
