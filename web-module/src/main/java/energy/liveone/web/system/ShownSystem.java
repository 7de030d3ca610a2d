package energy.liveone.web.system;

import energy.liveone.access.AccessRefused;
import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.Refusal;
import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The system that the request names in {@code id}, for those who may change it. */
@RequestScoped
public class ShownSystem {
  private final AccessService access;
  private final SystemsOverview systems;
  private @Nullable SystemOverview found;

  @Inject
  public ShownSystem(AccessService access, SystemsOverview systems) {
    this.access = access;
    this.systems = systems;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ShownSystem() {
    this(null, null);
  }

  /**
   * The system.
   *
   * @throws AccessRefused when there is none, or none that the reader may change
   */
  SystemOverview get() {
    SystemOverview known = found;
    if (known == null) {
      ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
      String named = external.getRequestParameterMap().get("id");
      SystemId id =
          systems
              .resolve(named == null ? "" : named)
              .orElseThrow(() -> new AccessRefused(Refusal.NOT_FOUND, "There is no such system"));
      access.requireSystemAccess(id, Permission.WRITE);
      known = systems.of(id);
      found = known;
    }
    return known;
  }

  SystemId id() {
    return get().id();
  }

  /** Whether the reader decides over credentials, sharing and deletion. */
  boolean isOwned() {
    return access.requireSystemAccess(id(), Permission.READ).rights().allows(Permission.OWN);
  }
}
