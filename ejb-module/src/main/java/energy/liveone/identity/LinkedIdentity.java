package energy.liveone.identity;

import energy.liveone.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An identity that opens an account.
 *
 * @param id of the link
 * @param emailOrNull verified by the provider when it was linked; null when there was none
 * @param linkedAt when
 * @param lastUsedOrNull when it last signed somebody in; null when it never did
 */
public record LinkedIdentity(
    int id,
    AccountId account,
    Identity identity,
    @Nullable String emailOrNull,
    Instant linkedAt,
    @Nullable Instant lastUsedOrNull) {
  /** The address by which people recognise it. */
  public Optional<String> email() {
    return Optional.ofNullable(emailOrNull);
  }

  /** When it last signed somebody in. */
  public Optional<Instant> lastUsed() {
    return Optional.ofNullable(lastUsedOrNull);
  }
}
