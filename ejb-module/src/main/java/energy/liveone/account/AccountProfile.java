package energy.liveone.account;

import java.time.Instant;

/**
 * What pages and API may show of an account.
 *
 * @param sessionGeneration rises with every change of the password and every sign-out everywhere;
 *     sessions and sign-in tokens of an older one are over
 * @param emailVerified whether the owner has answered a mail to the address
 * @param disabled whether nobody may sign in with it
 */
public record AccountProfile(
    AccountId id,
    EmailAddress email,
    String displayName,
    AccountRole role,
    int sessionGeneration,
    boolean emailVerified,
    boolean disabled,
    Instant createdAt) {
  /** Whether the account administers the installation. */
  public boolean isAdmin() {
    return role == AccountRole.ADMIN;
  }
}
