package energy.liveone.access;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.EmailAddress;
import energy.liveone.system.SystemId;
import energy.liveone.token.TokenBearer;
import energy.liveone.token.TokenScope;
import java.time.Instant;
import java.util.Set;

/** Everybody who may ask, around one system of the owner's. */
final class Callers {
  static final SystemId SYSTEM = new SystemId(7);
  static final SystemId OTHER_SYSTEM = new SystemId(8);
  static final AccountId OWNER_ID = new AccountId(1);

  static final AccountProfile OWNER_ACCOUNT = account(1, AccountRole.USER);
  static final AccountProfile ADMIN_ACCOUNT = account(3, AccountRole.ADMIN);

  static final Caller OWNER = Caller.of(OWNER_ACCOUNT);
  static final Caller OTHER = Caller.of(account(2, AccountRole.USER));
  static final Caller ADMIN = Caller.of(ADMIN_ACCOUNT);
  static final Caller GUEST = Caller.ANONYMOUS.withLink(Subject.of(SYSTEM));
  static final Caller GUEST_OF_ANOTHER = Caller.ANONYMOUS.withLink(Subject.of(OTHER_SYSTEM));

  private Callers() {}

  static AccountProfile account(int id, AccountRole role) {
    return new AccountProfile(
        new AccountId(id),
        new EmailAddress("a" + id + "@liveone.example"),
        "A",
        role,
        0,
        true,
        false,
        Instant.EPOCH);
  }

  static Caller token(AccountProfile account, TokenScope scope) {
    return Caller.of(new TokenBearer("script", account, scope, null));
  }

  static Caller token(AccountProfile account, TokenScope scope, Set<SystemId> systems) {
    return Caller.of(new TokenBearer("script", account, scope, systems));
  }
}
