package energy.liveone.web.composite;

import energy.liveone.composite.CompositeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader's composites as tabs of the dashboard and lines of the menu of systems. */
@Named("compositeTabs")
@RequestScoped
public class CompositeTabs {
  private final CompositeService composites;
  private @Nullable List<Tab> all;

  /** One of them; favourites stand first. */
  public record Tab(int id, String name, String path, boolean favorite, boolean shared) {}

  @Inject
  public CompositeTabs(CompositeService composites) {
    this.composites = composites;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected CompositeTabs() {
    this(null);
  }

  /** All that the reader may see, own ones first. */
  public List<Tab> getAll() {
    List<Tab> tabs = all;
    if (tabs == null) {
      tabs =
          composites.visible().stream()
              .map(
                  one -> {
                    boolean shared = !composites.isOwn(one);
                    return new Tab(
                        one.id().value(),
                        one.settings().name(),
                        ShownComposite.pathOf(one, shared),
                        one.settings().isFavorite() && !shared,
                        shared);
                  })
              .toList();
      all = tabs;
    }
    return tabs;
  }
}
