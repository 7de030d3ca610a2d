package energy.liveone.access;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param role what they are
 * @param accountOrNull their account; null for nobody and for the clock of an operator
 */
public record Caller(CallerRole role, @Nullable AccountProfile accountOrNull) {
  /** Somebody who has not signed in. */
  public static final Caller ANONYMOUS = new Caller(CallerRole.ANONYMOUS, null);

  /** A scheduler that knows the cron secret. */
  public static final Caller CRON = new Caller(CallerRole.CRON, null);

  public Caller {
    boolean needsAccount = role == CallerRole.USER || role == CallerRole.ADMIN;
    if (needsAccount != (accountOrNull != null)) {
      throw new IllegalArgumentException("Users and admins, and nobody else, have accounts");
    }
  }

  /** The owner of an account. */
  public static Caller of(AccountProfile account) {
    return new Caller(account.isAdmin() ? CallerRole.ADMIN : CallerRole.USER, account);
  }

  /** The account, for users and admins. */
  public Optional<AccountProfile> account() {
    return Optional.ofNullable(accountOrNull);
  }

  /** Whether it is this account. */
  public boolean is(AccountId id) {
    return accountOrNull != null && accountOrNull.id().equals(id);
  }

  /** Whether somebody signed in with an account. */
  public boolean isSignedIn() {
    return accountOrNull != null;
  }
}
