package energy.liveone.access;

import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemHead;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides access for the caller of the current request. All {@code require…} methods throw {@link
 * AccessRefused} when the answer is no; a platform failure (no database) throws something else and
 * never means yes.
 */
@ApplicationScoped
public class AccessService {
  private final CurrentCaller current;
  private final SystemRepository systems;

  @Inject
  public AccessService(CurrentCaller current, SystemRepository systems) {
    this.current = current;
    this.systems = systems;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected AccessService() {
    this(null, null);
  }

  /** Who asks; also when that is nobody. */
  public Caller caller() {
    return current.get();
  }

  /** Somebody who is signed in. */
  public Caller requireAuth() {
    AccessRules.auth(caller()).orThrow();
    return caller();
  }

  /** An administrator. */
  public Caller requireAdmin() {
    AccessRules.admin(caller()).orThrow();
    return caller();
  }

  /** An administrator, or a scheduler with the cron secret. */
  public Caller requireCronOrAdmin() {
    AccessRules.cronOrAdmin(caller()).orThrow();
    return caller();
  }

  /**
   * A signed-in caller with this permission on a system.
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
    Caller caller = requireAuth();
    Map<SystemId, SystemHead> heads = systems.heads(wantedSystems);
    return wantedSystems.stream()
        .map(system -> accessTo(system, heads.get(system), caller, wanted))
        .toList();
  }

  private static SystemAccess accessTo(
      SystemId system, @Nullable SystemHead head, Caller caller, Permission wanted) {
    if (head == null) {
      throw new AccessRefused(Refusal.NOT_FOUND, AccessRules.notFound(system).message());
    }
    SystemAccess access = AccessRules.accessTo(system, head, caller);
    AccessRules.system(access, wanted).orThrow();
    return access;
  }

  /** The systems that the caller's own pages list: those of the account, default first. */
  public List<MonitoredSystem> ownSystems() {
    return requireAuth()
        .account()
        .map(account -> systems.ownedBy(account.id().value()))
        .orElse(List.of());
  }
}
