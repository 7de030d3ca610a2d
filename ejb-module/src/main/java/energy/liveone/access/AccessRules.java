package energy.liveone.access;

import energy.liveone.access.AccessDecision.Granted;
import energy.liveone.access.AccessDecision.Refused;
import energy.liveone.account.AccountId;
import energy.liveone.system.SystemHead;
import energy.liveone.system.SystemId;

/** The rules themselves, without database or container. */
final class AccessRules {
  private static final AccessDecision GRANTED = new Granted();
  private static final AccessDecision SIGN_IN_FIRST =
      new Refused(Refusal.NOT_SIGNED_IN, "Sign in first");

  private AccessRules() {}

  static AccessDecision auth(Caller caller) {
    return caller.isSignedIn() ? GRANTED : SIGN_IN_FIRST;
  }

  static AccessDecision admin(Caller caller) {
    return switch (caller.role()) {
      case ADMIN -> GRANTED;
      case USER -> new Refused(Refusal.NOT_ALLOWED, "Only administrators may do this");
      case ANONYMOUS, CRON -> SIGN_IN_FIRST;
    };
  }

  static AccessDecision cronOrAdmin(Caller caller) {
    return caller.role() == CallerRole.CRON ? GRANTED : admin(caller);
  }

  /** What a signed-in caller may do with an existing system. */
  static SystemAccess accessTo(SystemId system, SystemHead head, Caller caller) {
    boolean isOwner = caller.is(new AccountId(head.ownerAccountId()));
    boolean isAdmin = caller.role() == CallerRole.ADMIN;
    boolean may = isOwner || isAdmin;
    return new SystemAccess(system, head.configVersion(), may, may, isOwner, isAdmin);
  }

  /** Whether that is enough; what may not even be read looks like what does not exist. */
  static AccessDecision system(SystemAccess access, Permission wanted) {
    if (!access.canRead()) {
      return notFound(access.system());
    }
    return access.allows(wanted)
        ? GRANTED
        : new Refused(Refusal.NOT_ALLOWED, "You may see this system, but not change it");
  }

  static Refused notFound(SystemId system) {
    return new Refused(Refusal.NOT_FOUND, "There is no system " + system);
  }
}
