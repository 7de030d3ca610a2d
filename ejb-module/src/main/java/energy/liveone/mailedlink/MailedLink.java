package energy.liveone.mailedlink;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that was not used yet.
 *
 * @param accountOrNull null for a sign-up
 * @param sessionGeneration that of the account when the link was made; 0 for a sign-up
 * @param email where it was sent
 */
record MailedLink(
    LinkPurpose purpose,
    @Nullable AccountId accountOrNull,
    int sessionGeneration,
    EmailAddress email,
    Instant expiresAt) {
  /** Whether nothing happened to the account that voids its links, such as a new password. */
  boolean fits(AccountProfile account) {
    return account.id().equals(accountOrNull) && account.sessionGeneration() == sessionGeneration;
  }
}
