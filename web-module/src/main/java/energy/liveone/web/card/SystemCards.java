package energy.liveone.web.card;

import energy.liveone.history.DaySoFar;
import energy.liveone.history.TodayQuery;
import energy.liveone.history.TodayService;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import energy.liveone.web.live.SystemPanel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes cards of systems, with the days of all of them read together. */
@RequestScoped
public class SystemCards {
  /** Far more than most people have; a query has its bounds. */
  private static final int AT_ONCE = 100;

  private final TodayService today;

  @Inject
  public SystemCards(TodayService today) {
    this.today = today;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected SystemCards() {
    this(null);
  }

  /** A card for each panel, in the same order. */
  public List<SystemCard> of(List<SystemPanel> panels) {
    Map<SystemId, CardCurve> curves = new HashMap<>();
    Set<PointKey> keys = new LinkedHashSet<>();
    for (SystemPanel panel : panels) {
      CardCurve curve = CardCurve.of(panel);
      curves.put(panel.overview().id(), curve);
      curve.keys().forEach(keys::add);
      keys.addAll(CardFigures.keys(panel));
    }
    Map<SystemId, DaySoFar> days = read(panels, keys);
    return panels.stream()
        .map(
            panel -> {
              SystemId id = panel.overview().id();
              return SystemCard.of(panel, curves.get(id), days.get(id));
            })
        .toList();
  }

  private Map<SystemId, DaySoFar> read(List<SystemPanel> panels, Set<PointKey> keys) {
    Map<SystemId, DaySoFar> days = new HashMap<>();
    if (keys.isEmpty()) {
      return days;
    }
    List<SystemId> systems = panels.stream().map(panel -> panel.overview().id()).toList();
    for (int from = 0; from < systems.size(); from += AT_ONCE) {
      List<SystemId> some = systems.subList(from, Math.min(from + AT_ONCE, systems.size()));
      today
          .read(new TodayQuery(some, List.copyOf(keys)))
          .forEach(day -> days.put(day.system(), day));
    }
    return days;
  }
}
