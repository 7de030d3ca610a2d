package energy.liveone.web.live;

import energy.liveone.history.LatestQuery;
import energy.liveone.history.LatestService;
import energy.liveone.history.SystemLatest;
import energy.liveone.history.SystemOverview;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes panels of systems, with one query for the latest values of all. */
@RequestScoped
public class SystemPanels {
  private final LatestService latest;
  private final Words words;
  private final Clock clock;

  @Inject
  public SystemPanels(LatestService latest, Words words, Clock clock) {
    this.latest = latest;
    this.words = words;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SystemPanels() {
    this(null, null, null);
  }

  /** A panel for each system, in the same order. */
  public List<SystemPanel> of(List<SystemOverview> systems) {
    if (systems.isEmpty()) {
      return List.of();
    }
    LatestQuery query = new LatestQuery(systems.stream().map(SystemOverview::id).toList());
    List<SystemLatest> values = latest.of(query);
    Instant now = clock.instant();
    List<SystemPanel> panels = new ArrayList<>();
    for (int i = 0; i < systems.size(); i++) {
      panels.add(SystemPanel.of(systems.get(i), values.get(i), now, words.texts()));
    }
    return panels;
  }
}
