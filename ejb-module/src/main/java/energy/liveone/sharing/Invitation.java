package energy.liveone.sharing;

import energy.liveone.access.Subject;
import energy.liveone.account.AccountId;
import energy.liveone.account.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as whoever follows it sees it.
 *
 * @param name what the owner calls what is shared
 * @param inviterName who invites
 * @param email where it was sent
 * @param makerOrNull who made it; null when that account is gone
 */
public record Invitation(
    int id,
    Subject subject,
    String name,
    String inviterName,
    EmailAddress email,
    AccountId owner,
    @Nullable AccountId makerOrNull,
    Instant expiresAt) {
  Optional<AccountId> maker() {
    return Optional.ofNullable(makerOrNull);
  }
}
