package energy.liveone.polling;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import java.time.Duration;
import java.time.Instant;

/**
 * What a poll comes to whose credentials are stored but do not open. Nobody is called, and the
 * system is not stopped: once the operator configures the right key again, it goes on by itself.
 */
final class UnreadableCredentials {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

  private UnreadableCredentials() {}

  static Failure failure(Instant now) {
    return Failure.of(
            FailureCode.NOT_CONFIGURED,
            "The stored credentials do not open with the encryption key of this installation."
                + " Configure the key that sealed them, or enter the credentials again.")
        .retryingAt(now.plus(LOOK_AGAIN));
  }
}
