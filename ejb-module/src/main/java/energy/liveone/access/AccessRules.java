package energy.liveone.access;

import energy.liveone.access.AccessDecision.Granted;
import energy.liveone.access.AccessDecision.Refused;
import energy.liveone.account.AccountId;

/** The rules themselves, without database or container. */
final class AccessRules {
  private static final AccessDecision GRANTED = new Granted();
  private static final AccessDecision SIGN_IN_FIRST =
      new Refused(Refusal.NOT_SIGNED_IN, "Sign in first");

  private AccessRules() {}

  /** Whether a request of this kind is served at all, whatever it is about. */
  static AccessDecision request(Caller caller, boolean isChanging) {
    return !isChanging || caller.reach().mayChange()
        ? GRANTED
        : new Refused(Refusal.NOT_ALLOWED, "This token or link is for reading only");
  }

  static AccessDecision auth(Caller caller) {
    return caller.isSignedIn() ? GRANTED : SIGN_IN_FIRST;
  }

  static AccessDecision reader(Caller caller) {
    return caller.isGuest() ? GRANTED : auth(caller);
  }

  static AccessDecision wholeAccount(Caller caller) {
    return caller.reach().isWhole() || !caller.isSignedIn()
        ? auth(caller)
        : new Refused(Refusal.NOT_ALLOWED, "This token is for chosen systems only");
  }

  static AccessDecision admin(Caller caller) {
    return switch (caller.role()) {
      case ADMIN -> GRANTED;
      case USER -> new Refused(Refusal.NOT_ALLOWED, "Only administrators may do this");
      case ANONYMOUS, GUEST, CRON -> SIGN_IN_FIRST;
    };
  }

  static AccessDecision cronOrAdmin(Caller caller) {
    return caller.role() == CallerRole.CRON ? GRANTED : admin(caller);
  }

  /** Whether it has to be looked up if somebody shares this with the caller. */
  static boolean dependsOnGrant(Subject subject, AccountId owner, Caller caller) {
    return caller.isSignedIn() && caller.reach().contains(subject) && isForeign(owner, caller);
  }

  /**
   * What a caller may do with something that exists.
   *
   * @param isGranted whether somebody shares it with the caller's account
   */
  static Rights rights(Subject subject, AccountId owner, Caller caller, boolean isGranted) {
    boolean isReached = caller.reach().contains(subject);
    boolean isOwner = caller.is(owner);
    boolean isAdmin = caller.role() == CallerRole.ADMIN;
    boolean isLinked = subject.equals(caller.linkedOrNull());
    boolean isSeen = isOwner || isAdmin || isLinked || (isGranted && caller.isSignedIn());
    boolean mayWrite = isReached && (isOwner || isAdmin) && caller.reach().mayChange();
    return new Rights(isReached && isSeen, mayWrite, isOwner && mayWrite, isAdmin && mayWrite);
  }

  /** Whether the caller sees something only because it is shared. */
  static boolean isForeign(AccountId owner, Caller caller) {
    return caller.role() != CallerRole.ADMIN && !caller.is(owner);
  }

  /** Whether that is enough; what may not even be read looks like what does not exist. */
  static AccessDecision enough(Subject subject, Rights rights, Permission wanted) {
    if (!rights.canRead()) {
      return notFound(subject);
    }
    return rights.allows(wanted)
        ? GRANTED
        : new Refused(
            Refusal.NOT_ALLOWED,
            "You may see this %s, but not change it"
                .formatted(subject.type() == SubjectType.SYSTEM ? "system" : "composite"));
  }

  static Refused notFound(Subject subject) {
    return new Refused(Refusal.NOT_FOUND, "There is no " + subject);
  }
}
