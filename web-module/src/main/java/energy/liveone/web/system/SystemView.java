package energy.liveone.web.system;

import energy.liveone.access.AccessRefused;
import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.Refusal;
import energy.liveone.access.Rights;
import energy.liveone.access.Subject;
import energy.liveone.gap.GapsOfSystem;
import energy.liveone.gap.GapsOfSystem.Wanted;
import energy.liveone.history.ContactLog;
import energy.liveone.system.SystemId;
import energy.liveone.web.chart.ChartData;
import energy.liveone.web.chart.ChartPeriod;
import energy.liveone.web.chart.DayEnergies;
import energy.liveone.web.flow.FlowPanels;
import energy.liveone.web.flow.PeriodView;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.page.PageView;
import energy.liveone.web.sharing.SharedPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Presents {@code /system/{id or alias}}: {@code ?range=&end=&on=&step=&points=}. */
@Named("systemPage")
@RequestScoped
public class SystemView extends PeriodView {
  private static final Wanted ALL_GAPS = new Wanted(null, null, null);

  /** Enough for the few rows shown: points that lack the same time share one. */
  private static final int GAPS_READ = 200;

  private final PageView page;
  private final ChartData chart;
  private final DayEnergies energies;
  private final FlowPanels flows;
  private final ContactLog contactLog;
  private final GapsOfSystem gapsOfSystem;
  private final AccessService access;
  private final SharedPage shared;
  private @Nullable String id;
  private @Nullable String points;
  private @Nullable SystemPanel panel;
  private @Nullable ContactTable contacts;
  private @Nullable Rights rights;
  private List<GapRows.Row> gaps = List.of();

  @Inject
  public SystemView(
      PageView page,
      ChartData chart,
      DayEnergies energies,
      FlowPanels flows,
      ContactLog contactLog,
      GapsOfSystem gapsOfSystem,
      AccessService access,
      SharedPage shared) {
    this.page = page;
    this.chart = chart;
    this.energies = energies;
    this.flows = flows;
    this.contactLog = contactLog;
    this.gapsOfSystem = gapsOfSystem;
    this.access = access;
    this.shared = shared;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SystemView() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * Finds the system; also on postbacks, because it decides access.
   *
   * @throws AccessRefused when there is none that the reader may see
   */
  public void find() {
    if (id == null) {
      throw new AccessRefused(Refusal.NOT_FOUND, "No system is named");
    }
    SystemPanel found = page.system(id);
    SystemId system = found.overview().id();
    panel = found;
    shared.shows(Subject.of(system), found.clock());
    rights = access.requireSystemAccess(system, Permission.READ).rights();
    contacts = rights.canWrite() ? new ContactTable(contactLog, system, found.clock()) : null;
  }

  /** Loads what the first paint shows. */
  public void load() {
    if (panel != null) {
      ChartPeriod period = period();
      show(
          chart.of(panel, period, points == null ? "" : points),
          panel.hasPowers() ? flows.of(panel, period) : null,
          energies.today(panel));
      gaps =
          GapRows.of(gapsOfSystem.find(panel.overview().id(), ALL_GAPS, GAPS_READ), panel.clock());
    }
  }

  /** The system. */
  public @Nullable SystemPanel getPanel() {
    return panel;
  }

  /**
   * Whether the reader decides with whom it is shared. Also yes while a form comes in and nobody
   * has looked yet; what the form wants is checked all the same.
   */
  public boolean isShareable() {
    return rights == null || rights.allows(Permission.OWN);
  }

  /** Whether the reader may change it. */
  public boolean isEditable() {
    return rights != null && rights.canWrite();
  }

  /** Contacts with its vendor in the last day, newest first; none for those who only look. */
  public @Nullable ContactTable getContacts() {
    return contacts;
  }

  /** The newest times without data. */
  public List<GapRows.Row> getGaps() {
    return gaps;
  }

  /** What is known of the installation. */
  public List<SystemFacts.Fact> getFacts() {
    return panel == null ? List.of() : SystemFacts.of(panel);
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public @Nullable String getPoints() {
    return points;
  }

  public void setPoints(@Nullable String points) {
    this.points = points;
  }
}
