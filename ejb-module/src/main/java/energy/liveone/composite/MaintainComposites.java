package energy.liveone.composite;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.account.AccountId;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.flow.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and deletes composites. What cannot be done throws {@link CompositeRefused};
 * systems that the caller may not see look like ones that do not exist.
 */
@ApplicationScoped
public class MaintainComposites {
  private static final int MAX_MEMBERS = 50;

  private final AccessService access;
  private final CompositeService service;
  private final JpaComposites composites;
  private final JpaBindings bindings;
  private final Event<CompositeConfigured> configured;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public MaintainComposites(
      AccessService access,
      CompositeService service,
      JpaComposites composites,
      JpaBindings bindings,
      Event<CompositeConfigured> configured,
      AuditLog audit,
      Clock clock) {
    this.access = access;
    this.service = service;
    this.composites = composites;
    this.bindings = bindings;
    this.configured = configured;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected MaintainComposites() {
    this(null, null, null, null, null, null, null);
  }

  /** Makes a composite of the caller's. */
  @Transactional
  public Composite add(CompositeSettings settings, List<WantedMember> members) {
    AccountId owner = access.requireWholeAccount(true).account().orElseThrow().id();
    checkSlug(owner, settings, null);
    checkMembers(owner, members);
    CompositeId id = composites.add(owner, settings, clock.instant());
    composites.replaceMembers(id, members);
    configured.fire(new CompositeConfigured(id));
    Composite added = service.require(id, Permission.OWN);
    audit.record(AuditAct.COMPOSITE_ADDED, subject(id), Map.of(), facts(added));
    return added;
  }

  /**
   * Changes a composite.
   *
   * @param membersOrNull null to leave them as they are; else those that are lost are forgotten
   */
  @Transactional
  public Composite change(
      CompositeId id, CompositeSettings settings, @Nullable List<WantedMember> membersOrNull) {
    Composite before = service.require(id, Permission.WRITE);
    checkSlug(before.owner(), settings, id);
    composites.change(id, settings, clock.instant());
    if (membersOrNull != null) {
      checkMembers(before.owner(), membersOrNull);
      composites.replaceMembers(id, membersOrNull);
    }
    Composite after = service.require(id, Permission.WRITE);
    if (!before.members().equals(after.members())
        || !before.settings().zone().equals(after.settings().zone())) {
      configured.fire(new CompositeConfigured(id));
    }
    audit.recordChange(AuditAct.COMPOSITE_CHANGED, subject(id), facts(before), facts(after));
    return after;
  }

  /** Deletes a composite; its systems stay as they are. */
  @Transactional
  public void delete(CompositeId id) {
    Composite before = service.require(id, Permission.OWN);
    composites.remove(id);
    audit.record(AuditAct.COMPOSITE_DELETED, subject(id), facts(before), Map.of());
  }

  /** Sets roles of points; all of them, or when one cannot be, none. */
  @Transactional
  public List<Binding> bind(CompositeId id, List<BindingChange> changes) {
    Composite composite = service.require(id, Permission.WRITE);
    List<Binding> known = service.bindings(composite);
    for (int i = 0; i < changes.size(); i++) {
      BindingChange change = changes.get(i);
      Binding point = pointOf(known, change, i);
      Role role = change.roleOrNull();
      if (role != null && !role.suits(point.metric())) {
        throw new CompositeRefused(
            CompositeFault.ROLE_UNSUITED,
            "bindings[" + i + "].role",
            "A point in " + point.unit() + " cannot be " + role.wireName());
      }
      bindings.set(id, point.pointId(), role, change.excluded());
    }
    List<Binding> after = service.bindings(composite);
    configured.fire(new CompositeConfigured(id));
    audit.recordChange(AuditAct.COMPOSITE_CHANGED, subject(id), roles(known), roles(after));
    return after;
  }

  private static Binding pointOf(List<Binding> known, BindingChange change, int place) {
    return known.stream()
        .filter(one -> one.system().equals(change.system()) && one.key().equals(change.point()))
        .findFirst()
        .orElseThrow(
            () ->
                new CompositeRefused(
                    CompositeFault.FOREIGN_POINT,
                    "bindings[" + place + "].pointKey",
                    "No member has such a point"));
  }

  private void checkSlug(AccountId owner, CompositeSettings settings, @Nullable CompositeId own) {
    Optional<CompositeId> holder = service.ofSlug(owner, settings.slug());
    if (holder.isPresent() && !holder.get().equals(own)) {
      throw new CompositeRefused(
          CompositeFault.SLUG_TAKEN, "slug", "Another of your composites has this slug");
    }
  }

  private void checkMembers(AccountId owner, List<WantedMember> members) {
    if (members.isEmpty() || members.size() > MAX_MEMBERS) {
      throw new CompositeRefused(
          CompositeFault.INVALID, "systemIds", "A composite has 1 to 50 systems");
    }
    if (members.stream().map(WantedMember::system).distinct().count() < members.size()) {
      throw new CompositeRefused(
          CompositeFault.INVALID, "systemIds", "A system is in a composite once");
    }
    access.requireSystemAccess(
        members.stream().map(WantedMember::system).toList(), Permission.READ);
    // An administrator may see systems that the owner, whose composite it is, may not.
    for (int i = 0; i < members.size(); i++) {
      if (access.readableBy(owner, List.of(members.get(i).system())).isEmpty()) {
        throw new CompositeRefused(
            CompositeFault.INVALID,
            "systemIds[" + i + "]",
            "The owner of the composite may not see this system");
      }
    }
  }

  private static AuditSubject subject(CompositeId id) {
    return AuditSubject.of("composite", id);
  }

  private static Map<String, Object> facts(Composite composite) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", composite.settings().name());
    facts.put("slug", composite.settings().slug().value());
    facts.put("timezone", composite.settings().zone().getId());
    facts.put(
        "systems",
        composite.members().stream()
            .map(member -> member.system().toString())
            .collect(Collectors.joining(",")));
    return facts;
  }

  private static Map<String, Object> roles(List<Binding> bindings) {
    Map<String, Object> roles = new LinkedHashMap<>();
    bindings.forEach(
        one ->
            roles.put(
                one.system() + "." + one.key(), one.role().map(Role::wireName).orElse("none")));
    return roles;
  }
}
