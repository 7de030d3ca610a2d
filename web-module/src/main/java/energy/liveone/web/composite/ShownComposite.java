package energy.liveone.web.composite;

import energy.liveone.access.AccessRefused;
import energy.liveone.access.Permission;
import energy.liveone.access.Refusal;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * The composite that the request names in {@code id}. Found when it is first asked for, because on
 * postbacks components ask before any action of the view runs.
 */
@RequestScoped
public class ShownComposite {
  private final CompositeService composites;
  private @Nullable Composite found;

  @Inject
  public ShownComposite(CompositeService composites) {
    this.composites = composites;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ShownComposite() {
    this(null);
  }

  /**
   * The composite.
   *
   * @throws AccessRefused when there is none that the reader may see
   */
  public Composite get() {
    Composite known = found;
    if (known == null) {
      // The request that is injected is the one before it was led to this page, without an id.
      String id =
          FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("id");
      known =
          composites
              .named(id == null ? "" : id)
              .orElseThrow(
                  () -> new AccessRefused(Refusal.NOT_FOUND, "There is no such composite"));
      found = known;
    }
    return known;
  }

  /** Whether somebody else owns it. */
  public boolean isShared() {
    return !composites.isOwn(get());
  }

  /** Whether the reader may do this with it. */
  boolean allows(Permission wanted) {
    try {
      composites.require(get().id(), wanted);
      return true;
    } catch (AccessRefused e) {
      return false;
    }
  }

  /** The composite, for those who may change it. */
  Composite requireEditable() {
    return composites.require(get().id(), Permission.WRITE);
  }

  /** Whether the reader may change it. */
  public boolean isEditable() {
    return allows(Permission.WRITE);
  }

  /** Whether the reader may delete it. */
  public boolean isDeletable() {
    return allows(Permission.OWN);
  }

  /** Address of its page. */
  public String getPath() {
    return pathOf(get(), isShared());
  }

  /** Slugs are names among their owner's, so that foreign ones go by id. */
  static String pathOf(Composite composite, boolean shared) {
    return "/composite/"
        + (shared ? composite.id().toString() : composite.settings().slug().value());
  }
}
