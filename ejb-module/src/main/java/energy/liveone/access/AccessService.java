package energy.liveone.access;

import energy.liveone.account.AccountId;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemHead;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides access for the caller of the current request. All {@code require…} methods throw {@link
 * AccessRefused} when the answer is no; a platform failure (no database) throws something else and
 * never means yes. Each of them also refuses requests that change something to callers who only
 * read.
 */
@ApplicationScoped
public class AccessService {
  private final CurrentCaller current;
  private final SystemRepository systems;
  private final ViewerGrants grants;

  @Inject
  public AccessService(CurrentCaller current, SystemRepository systems, ViewerGrants grants) {
    this.current = current;
    this.systems = systems;
    this.grants = grants;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected AccessService() {
    this(null, null, null);
  }

  /** Who asks; also when that is nobody. */
  public Caller caller() {
    return current.get();
  }

  /** Somebody who is signed in. */
  public Caller requireAuth() {
    return require(AccessRules.auth(caller()));
  }

  /** Somebody who is signed in, or has a share link. */
  public Caller requireReader() {
    return require(AccessRules.reader(caller()));
  }

  /**
   * Somebody who is signed in, and not with a token of chosen systems.
   *
   * @param changes whether something is changed although the HTTP method promises not to
   */
  public Caller requireWholeAccount(boolean changes) {
    Caller caller = require(AccessRules.wholeAccount(caller()));
    AccessRules.request(caller, changes).orThrow();
    return caller;
  }

  /** An administrator. */
  public Caller requireAdmin() {
    return require(AccessRules.admin(caller()));
  }

  /** An administrator, or a scheduler with the cron secret. */
  public Caller requireCronOrAdmin() {
    return require(AccessRules.cronOrAdmin(caller()));
  }

  private Caller require(AccessDecision decision) {
    decision.orThrow();
    AccessRules.request(caller(), current.isChanging()).orThrow();
    return caller();
  }

  /**
   * A reader with this permission on a system.
   *
   * @return all that the caller may do with it
   */
  public SystemAccess requireSystemAccess(SystemId system, Permission wanted) {
    return requireSystemAccess(List.of(system), wanted).get(0);
  }

  /**
   * The same for several systems; the first refusal counts.
   *
   * @return in the order of the systems
   */
  public List<SystemAccess> requireSystemAccess(
      Collection<SystemId> wantedSystems, Permission wanted) {
    Caller caller = requireReader();
    Map<SystemId, SystemHead> heads = systems.heads(wantedSystems);
    Set<Subject> granted = grantsAmong(heads, caller);
    return wantedSystems.stream().map(system -> accessTo(system, heads, granted, wanted)).toList();
  }

  /** Asks the database only for those systems that neither ownership nor role decides. */
  private Set<Subject> grantsAmong(Map<SystemId, SystemHead> heads, Caller caller) {
    List<Subject> open =
        heads.entrySet().stream()
            .filter(one -> isOpen(Subject.of(one.getKey()), ownerOf(one.getValue()), caller))
            .map(one -> Subject.of(one.getKey()))
            .toList();
    return grantsAmong(open, caller);
  }

  private Set<Subject> grantsAmong(List<Subject> open, Caller caller) {
    return caller
        .account()
        .filter(account -> !open.isEmpty())
        .map(account -> grants.among(account.id(), open))
        .orElse(Set.of());
  }

  private static boolean isOpen(Subject subject, AccountId owner, Caller caller) {
    return AccessRules.dependsOnGrant(subject, owner, caller);
  }

  private static AccountId ownerOf(SystemHead head) {
    return new AccountId(head.ownerAccountId());
  }

  private SystemAccess accessTo(
      SystemId system, Map<SystemId, SystemHead> heads, Set<Subject> granted, Permission wanted) {
    Subject subject = Subject.of(system);
    SystemHead head = heads.get(system);
    if (head == null) {
      throw new AccessRefused(Refusal.NOT_FOUND, AccessRules.notFound(subject).message());
    }
    Rights rights = AccessRules.rights(subject, ownerOf(head), caller(), granted.contains(subject));
    AccessRules.enough(subject, rights, wanted).orThrow();
    return new SystemAccess(system, head.configVersion(), rights);
  }

  /**
   * A reader with this permission on a composite.
   *
   * @param owner empty when there is no such composite
   * @return all that the caller may do with it
   */
  public Rights requireCompositeAccess(
      int composite, Optional<AccountId> owner, Permission wanted) {
    Caller caller = requireReader();
    Subject subject = Subject.ofComposite(composite);
    if (owner.isEmpty()) {
      throw new AccessRefused(Refusal.NOT_FOUND, AccessRules.notFound(subject).message());
    }
    List<Subject> open = isOpen(subject, owner.get(), caller) ? List.of(subject) : List.of();
    boolean isGranted = grantsAmong(open, caller).contains(subject);
    Rights rights = AccessRules.rights(subject, owner.get(), caller, isGranted);
    AccessRules.enough(subject, rights, wanted).orThrow();
    return rights;
  }

  /**
   * Which of some systems an account may read now, whoever asks: what a composite shows of its
   * members is what its owner may see.
   */
  public Set<SystemId> readableBy(AccountId account, Collection<SystemId> some) {
    Map<SystemId, SystemHead> heads = systems.heads(some);
    List<Subject> foreign =
        heads.entrySet().stream()
            .filter(one -> !ownerOf(one.getValue()).equals(account))
            .map(one -> Subject.of(one.getKey()))
            .toList();
    Set<Subject> granted = foreign.isEmpty() ? Set.of() : grants.among(account, foreign);
    return heads.entrySet().stream()
        .filter(
            one ->
                ownerOf(one.getValue()).equals(account)
                    || granted.contains(Subject.of(one.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the caller's own pages list: the account's systems, default first, then shared ones. */
  public List<VisibleSystem> visibleSystems() {
    Caller caller = requireReader();
    Stream<MonitoredSystem> own =
        caller.account().stream()
            .flatMap(account -> systems.ownedBy(account.id().value()).stream());
    return Stream.concat(
            own.map(system -> new VisibleSystem(system, false)),
            systems.named(systemsAmong(sharedWith(caller))).stream()
                .map(system -> new VisibleSystem(system, true)))
        .filter(visible -> caller.reach().contains(Subject.of(visible.system().id())))
        .toList();
  }

  /** A system as the caller sees it, who may see it. */
  public VisibleSystem visible(MonitoredSystem system) {
    return new VisibleSystem(
        system, AccessRules.isForeign(new AccountId(system.ownerAccountId()), caller()));
  }

  private static List<SystemId> systemsAmong(Stream<Subject> subjects) {
    return subjects.flatMap(subject -> subject.system().stream()).toList();
  }

  /** The composites of others that the caller may see. */
  public Set<Subject> sharedComposites() {
    Caller caller = requireReader();
    return sharedWith(caller)
        .filter(subject -> subject.type() == SubjectType.COMPOSITE)
        .filter(caller.reach()::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<Subject> sharedWith(Caller caller) {
    return caller.isGuest()
        ? caller.linked().stream()
        : caller.account().stream().flatMap(account -> grants.of(account.id()).stream());
  }
}
