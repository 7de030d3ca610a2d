package energy.liveone.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that was found, with what it is good for.
 *
 * @param sessionGenerationOrNull that of the account when it signed in; null for tokens that
 *     outlive sign-out everywhere
 */
record TokenHolder(
    int tokenId,
    Instant expiresAt,
    @Nullable Instant lastUsedOrNull,
    @Nullable Integer sessionGenerationOrNull,
    TokenBearer bearer) {
  /** Whether the token still works. */
  boolean isValidAt(Instant now) {
    boolean isSignedOut =
        sessionGenerationOrNull != null
            && sessionGenerationOrNull != bearer.account().sessionGeneration();
    return now.isBefore(expiresAt) && !isSignedOut;
  }
}
