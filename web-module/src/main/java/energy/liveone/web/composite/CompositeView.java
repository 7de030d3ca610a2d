package energy.liveone.web.composite;

import energy.liveone.access.Subject;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeService;
import energy.liveone.system.SystemId;
import energy.liveone.web.card.SystemCard;
import energy.liveone.web.card.SystemCards;
import energy.liveone.web.chart.ChartPeriod;
import energy.liveone.web.flow.FlowPanels;
import energy.liveone.web.flow.PeriodView;
import energy.liveone.web.page.PageView;
import energy.liveone.web.sharing.SharedPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Presents {@code /composite/{slug or id}}: several systems as one home; {@code ?range=&end=}. */
@Named("compositePage")
@RequestScoped
public class CompositeView extends PeriodView {
  private final ShownComposite shown;
  private final CompositeService composites;
  private final CompositePanels panels;
  private final FlowPanels flowPanels;
  private final PageView page;
  private final SharedPage shared;
  private final SystemCards cards;
  private @Nullable CompositePanel panel;
  private List<SystemCard> members = List.of();

  @Inject
  public CompositeView(
      ShownComposite shown,
      CompositeService composites,
      CompositePanels panels,
      FlowPanels flowPanels,
      PageView page,
      SharedPage shared,
      SystemCards cards) {
    this.shown = shown;
    this.composites = composites;
    this.panels = panels;
    this.flowPanels = flowPanels;
    this.page = page;
    this.shared = shared;
    this.cards = cards;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected CompositeView() {
    this(null, null, null, null, null, null, null);
  }

  /** Finds the composite; also on postbacks, because it decides access. */
  public void find() {
    Composite composite = shown.get();
    CompositePanel found = panels.of(composite);
    panel = found;
    shared.shows(Subject.ofComposite(found.id()), found.clock());
  }

  /** Loads what the first paint shows. */
  public void load() {
    CompositePanel found = panel;
    if (found == null) {
      return;
    }
    ChartPeriod period = period();
    boolean flows = found.hasPowers();
    show(
        panels.siteData(found, period),
        flows ? flowPanels.of(found.live().home(), found.live(), found.clock(), period) : null,
        flows ? panels.today(found) : List.of());
    Set<SystemId> readable = Set.copyOf(composites.readableMembers(found.composite()));
    members =
        cards.of(
            found.composite().systems().stream()
                .filter(readable::contains)
                .map(system -> page.system(system.toString()))
                .toList());
  }

  /** The composite. */
  public @Nullable CompositePanel getPanel() {
    return panel;
  }

  /** Its members that the reader may see by themselves. */
  public List<SystemCard> getMembers() {
    return members;
  }

  /** Whether the reader decides with whom it is shared. */
  public boolean isShareable() {
    return shown.isDeletable();
  }

  /** Whether the reader may change it. */
  public boolean isEditable() {
    return shown.isEditable();
  }
}
