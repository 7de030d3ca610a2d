package energy.liveone.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that was found, with the account that it acts for.
 *
 * @param sessionGenerationOrNull that of the account when it signed in; null for tokens that
 *     outlive sign-out everywhere
 */
record TokenHolder(
    int tokenId,
    Instant expiresAt,
    @Nullable Instant lastUsedOrNull,
    @Nullable Integer sessionGenerationOrNull,
    AccountProfile account) {
  private static final int NEWS_SECONDS = 60;

  /** Whether the token still works. */
  boolean isValidAt(Instant now) {
    boolean isSignedOut =
        sessionGenerationOrNull != null && sessionGenerationOrNull != account.sessionGeneration();
    return now.isBefore(expiresAt) && !isSignedOut;
  }

  /** Whether a use is worth noting; minutes are precise enough, so most requests write nothing. */
  boolean isUseNewsAt(Instant now) {
    return lastUsedOrNull == null || !now.isBefore(lastUsedOrNull.plusSeconds(NEWS_SECONDS));
  }
}
