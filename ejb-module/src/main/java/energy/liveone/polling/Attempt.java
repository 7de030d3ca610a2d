package energy.liveone.polling;

import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to get data, successful or not: a row of {@code sessions}.
 *
 * @param systemName as it was called then
 * @param started when the attempt began
 * @param duration until the vendor's answer, or our refusal
 * @param errorCode standard code; {@code NO_DATA} together with success
 * @param error plain words without secrets, at most 500 characters
 * @param label the sender's batch label
 * @param response redacted vendor response
 * @param rows readings stored
 */
public record Attempt(
    SystemId system,
    VendorType vendor,
    String systemName,
    SessionCause cause,
    Instant started,
    Duration duration,
    boolean successful,
    @Nullable String errorCode,
    @Nullable String error,
    @Nullable String label,
    @Nullable String response,
    int rows) {

  /** Code of a successful attempt that brought nothing new. */
  public static final String NO_DATA = "NO_DATA";
}
