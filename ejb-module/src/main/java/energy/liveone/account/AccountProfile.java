package energy.liveone.account;

import java.time.Instant;

/**
 * What pages and API may show of an account.
 *
 * @param passwordMark changes with every change of the password and says nothing else about it;
 *     sessions that carry an older one are over
 */
public record AccountProfile(
    AccountId id,
    EmailAddress email,
    String displayName,
    AccountRole role,
    int passwordMark,
    Instant createdAt) {
  /** Whether the account administers the installation. */
  public boolean isAdmin() {
    return role == AccountRole.ADMIN;
  }
}
