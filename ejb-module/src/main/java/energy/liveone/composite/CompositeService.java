package energy.liveone.composite;

import energy.liveone.access.AccessRefused;
import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.Subject;
import energy.liveone.account.AccountId;
import energy.liveone.composite.JpaComposites.Head;
import energy.liveone.composite.JpaComposites.MemberRow;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Composites as their readers see them. Every method decides access first; what the caller may not
 * see looks like what does not exist.
 */
@ApplicationScoped
public class CompositeService {
  private final AccessService access;
  private final JpaComposites composites;
  private final JpaBindings bindings;

  @Inject
  public CompositeService(AccessService access, JpaComposites composites, JpaBindings bindings) {
    this.access = access;
    this.composites = composites;
    this.bindings = bindings;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected CompositeService() {
    this(null, null, null);
  }

  /** The caller's composites, favourites first, then those that others share with them. */
  public List<Composite> visible() {
    List<Head> heads = new ArrayList<>();
    access.requireReader().account().ifPresent(own -> heads.addAll(composites.of(own.id())));
    heads.removeIf(head -> !mayRead(head));
    for (Subject shared : access.sharedComposites()) {
      composites.find(new CompositeId(shared.id())).ifPresent(heads::add);
    }
    return heads.stream().map(this::whole).toList();
  }

  private boolean mayRead(Head head) {
    return access.caller().reach().contains(Subject.ofComposite(head.id().value()));
  }

  /** One composite, of which the caller has this permission. */
  public Composite require(CompositeId id, Permission wanted) {
    Optional<Head> head = composites.find(id);
    access.requireCompositeAccess(id.value(), head.map(Head::owner), wanted);
    return whole(head.orElseThrow());
  }

  /**
   * The composite that a URL names by id or by a slug of the caller's own or of one shared with
   * them; empty when there is none.
   */
  public Optional<Composite> named(String idOrSlug) {
    Optional<CompositeId> id = CompositeId.parse(idOrSlug);
    if (id.isPresent()) {
      return Optional.of(require(id.get(), Permission.READ));
    }
    return visible().stream()
        .filter(one -> one.settings().slug().value().equals(idOrSlug))
        .findFirst();
  }

  /** Whether the caller owns it. */
  public boolean isOwn(Composite composite) {
    return access.caller().is(composite.owner());
  }

  /** Its members that the caller may read by themselves; not all who see a composite may. */
  public List<SystemId> readableMembers(Composite composite) {
    return composite.systems().stream().filter(this::mayRead).toList();
  }

  private boolean mayRead(SystemId system) {
    try {
      access.requireSystemAccess(system, Permission.READ);
      return true;
    } catch (AccessRefused e) {
      return false;
    }
  }

  /** The owner's composite of this slug. */
  Optional<CompositeId> ofSlug(AccountId owner, Alias slug) {
    return composites.find(owner, slug).map(Head::id);
  }

  /** The points of the members with their roles. */
  public List<Binding> bindings(Composite composite) {
    return bindings.of(composite.id(), composite.systems());
  }

  /** Without asking who wants to know: for work in the background. */
  public Optional<Composite> unguarded(CompositeId id) {
    return composites.find(id).map(this::whole);
  }

  private Composite whole(Head head) {
    List<MemberRow> rows = composites.members(head.id());
    Set<SystemId> readable =
        access.readableBy(
            head.owner(),
            rows.stream()
                .map(MemberRow::system)
                .filter(Objects::nonNull)
                .map(SystemId::new)
                .toList());
    List<Member> members = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (MemberRow row : rows) {
      Integer system = row.system();
      if (system != null && readable.contains(new SystemId(system))) {
        members.add(new Member(new SystemId(system), row.name(), row.batteryKwh()));
      } else {
        lost.add(row.name());
      }
    }
    return new Composite(
        head.id(),
        head.owner(),
        head.settings(),
        members,
        lost,
        head.createdAt(),
        head.updatedAt());
  }
}
