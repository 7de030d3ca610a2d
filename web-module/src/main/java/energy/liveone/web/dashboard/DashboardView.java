package energy.liveone.web.dashboard;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.web.card.SystemCard;
import energy.liveone.web.card.SystemCards;
import energy.liveone.web.chart.ChartData;
import energy.liveone.web.chart.ChartPeriod;
import energy.liveone.web.chart.DayEnergies;
import energy.liveone.web.flow.FlowPanels;
import energy.liveone.web.flow.PeriodView;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.page.PageView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Presents {@code /dashboard}: {@code ?system=&range=&end=}. */
@Named("dashboard")
@RequestScoped
public class DashboardView extends PeriodView {
  private final PageView page;
  private final ChartData chart;
  private final DayEnergies energies;
  private final FlowPanels flows;
  private final SystemCards systemCards;
  private final AccessService access;
  private boolean editable;
  private @Nullable String system;
  private @Nullable SystemPanel selected;
  private List<SystemCard> cards = List.of();

  @Inject
  public DashboardView(
      PageView page,
      ChartData chart,
      DayEnergies energies,
      FlowPanels flows,
      SystemCards systemCards,
      AccessService access) {
    this.page = page;
    this.chart = chart;
    this.energies = energies;
    this.flows = flows;
    this.systemCards = systemCards;
    this.access = access;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected DashboardView() {
    this(null, null, null, null, null, null);
  }

  /** Loads the chosen system, else the default one; a reader without systems gets none. */
  public void load() {
    List<SystemPanel> systems = page.getSystems();
    SystemPanel panel =
        system != null ? page.system(system) : systems.stream().findFirst().orElse(null);
    selected = panel;
    cards = systemCards.of(systems);
    if (panel != null) {
      editable =
          access.requireSystemAccess(panel.overview().id(), Permission.READ).rights().canWrite();
      ChartPeriod period = period();
      show(
          chart.of(panel, period),
          panel.hasPowers() ? flows.of(panel, period) : null,
          energies.today(panel));
    }
  }

  /** The system in detail; null for a reader without systems. */
  public @Nullable SystemPanel getSelected() {
    return selected;
  }

  /** Whether the reader may change the chosen system. */
  public boolean isEditable() {
    return editable;
  }

  /** All systems in short. */
  public List<SystemCard> getCards() {
    return cards;
  }

  public @Nullable String getSystem() {
    return system;
  }

  public void setSystem(@Nullable String system) {
    this.system = system;
  }
}
