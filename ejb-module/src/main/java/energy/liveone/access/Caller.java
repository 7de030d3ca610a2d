package energy.liveone.access;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.system.SystemId;
import energy.liveone.token.TokenBearer;
import energy.liveone.token.TokenScope;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param role what they are; an administrator with a token that is not for that is a user
 * @param accountOrNull their account; null for nobody, guests and the clock of an operator
 * @param reach what a token or link leaves of their rights
 * @param linkedOrNull what a share link lets them see besides
 */
public record Caller(
    CallerRole role,
    @Nullable AccountProfile accountOrNull,
    Reach reach,
    @Nullable Subject linkedOrNull) {
  /** Somebody who has not signed in. */
  public static final Caller ANONYMOUS = new Caller(CallerRole.ANONYMOUS, null, Reach.FULL, null);

  /** A scheduler that knows the cron secret. */
  public static final Caller CRON = new Caller(CallerRole.CRON, null, Reach.FULL, null);

  public Caller {
    boolean needsAccount = role == CallerRole.USER || role == CallerRole.ADMIN;
    if (needsAccount != (accountOrNull != null)) {
      throw new IllegalArgumentException("Users and admins, and nobody else, have accounts");
    }
    if (role == CallerRole.ADMIN && !(reach.isWhole() && reach.mayChange())) {
      throw new IllegalArgumentException("Administrators act without restriction");
    }
    if (role == CallerRole.GUEST && (linkedOrNull == null || reach.mayChange())) {
      throw new IllegalArgumentException("Guests have a link and only read");
    }
  }

  /** The owner of an account. */
  public static Caller of(AccountProfile account) {
    CallerRole role = account.isAdmin() ? CallerRole.ADMIN : CallerRole.USER;
    return new Caller(role, account, Reach.FULL, null);
  }

  /** A script of an account; it never may more than the account itself. */
  public static Caller of(TokenBearer token) {
    Set<Subject> only = token.systems().map(Caller::subjects).orElse(null);
    if (token.scope() == TokenScope.ADMIN && only == null) {
      return of(token.account());
    }
    Reach reach = new Reach(token.scope() != TokenScope.READ, only);
    return new Caller(CallerRole.USER, token.account(), reach, null);
  }

  private static Set<Subject> subjects(Set<SystemId> systems) {
    return systems.stream().map(Subject::of).collect(Collectors.toUnmodifiableSet());
  }

  /** The same caller with a share link; nobody becomes a guest. */
  public Caller withLink(Subject linked) {
    if (role == CallerRole.ANONYMOUS) {
      return new Caller(CallerRole.GUEST, null, new Reach(false, Set.of(linked)), linked);
    }
    return new Caller(role, accountOrNull, reach, linked);
  }

  /** The account, for users and admins. */
  public Optional<AccountProfile> account() {
    return Optional.ofNullable(accountOrNull);
  }

  /** What a share link lets the caller see. */
  public Optional<Subject> linked() {
    return Optional.ofNullable(linkedOrNull);
  }

  /** Whether it is this account. */
  public boolean is(AccountId id) {
    return accountOrNull != null && accountOrNull.id().equals(id);
  }

  /** Whether somebody signed in with an account. */
  public boolean isSignedIn() {
    return accountOrNull != null;
  }

  /** Whether it is nobody we know, with a share link. */
  public boolean isGuest() {
    return role == CallerRole.GUEST;
  }
}
