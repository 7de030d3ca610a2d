package energy.liveone.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token that was found, with the account that it acts for. */
record TokenHolder(
    int tokenId, Instant expiresAt, @Nullable Instant lastUsedOrNull, AccountProfile account) {
  private static final int NEWS_SECONDS = 60;

  /** Whether the token still works. */
  boolean isValidAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** Whether a use is worth noting; minutes are precise enough, so most requests write nothing. */
  boolean isUseNewsAt(Instant now) {
    return lastUsedOrNull == null || !now.isBefore(lastUsedOrNull.plusSeconds(NEWS_SECONDS));
  }
}
