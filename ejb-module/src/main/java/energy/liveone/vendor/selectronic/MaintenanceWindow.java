package energy.liveone.vendor.selectronic;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import java.time.Clock;
import java.time.Instant;

/**
 * Minutes 48 to 52 of every hour, when select.live may answer 500 or 503 or hang. It often works
 * even then, so polls go on; but what fails then is expected.
 */
final class MaintenanceWindow {
  private static final int FIRST_MINUTE = 48;
  private static final int LAST_MINUTE = 52;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int MINUTES_PER_HOUR = 60;

  private MaintenanceWindow() {}

  /** The failure as it counts, of a call that began then and ended now. */
  static Failure judge(Failure failure, Instant began, Clock clock) {
    boolean unavailable =
        failure.code() == FailureCode.VENDOR_UNAVAILABLE || failure.code() == FailureCode.TIMEOUT;
    if (!unavailable || !(contains(began) || contains(clock.instant()))) {
      return failure;
    }
    return new Failure(
        FailureCode.VENDOR_UNAVAILABLE,
        failure.detail() + " (maintenanceWindow=true)",
        failure.httpStatus(),
        failure.retryAt(),
        true,
        failure.response());
  }

  /** The vendor's hours begin with ours: its zone is whole hours from UTC. */
  static boolean contains(Instant time) {
    long minute =
        Math.floorMod(Math.floorDiv(time.getEpochSecond(), SECONDS_PER_MINUTE), MINUTES_PER_HOUR);
    return minute >= FIRST_MINUTE && minute <= LAST_MINUTE;
  }
}
