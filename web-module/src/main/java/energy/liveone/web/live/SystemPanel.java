package energy.liveone.web.live;

import energy.liveone.flowledger.HomePoint;
import energy.liveone.history.PointLatest;
import energy.liveone.history.SystemLatest;
import energy.liveone.history.SystemOverview;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import energy.liveone.system.SystemStatus;
import energy.liveone.web.words.Texts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One system with its lamp, its powers and its points: what cards, headings and grids show. */
public record SystemPanel(
    SystemOverview overview, SystemLatest latest, SitePoints site, SiteClock clock)
    implements LivePanel {
  private static final int CARD_POINTS = 2;

  static SystemPanel of(SystemOverview overview, SystemLatest latest, Instant now, Texts texts) {
    return new SystemPanel(
        overview,
        latest,
        SitePoints.of(latest.points()),
        new SiteClock(overview.displayTimezone(), now, texts));
  }

  /** The system's number. */
  public int id() {
    return overview.id().value();
  }

  @Override
  public String name() {
    return overview.displayName();
  }

  /** Whether somebody else owns it and shares it with the reader. */
  public boolean shared() {
    return overview.shared();
  }

  @Override
  public String path() {
    return "/system/" + overview.pathName();
  }

  /** The zone of its days. */
  public String zone() {
    return overview.displayTimezone().getId();
  }

  /** Time of the newest reading in epoch seconds; 0 without one. */
  public long updated() {
    return overview.lastUpdate().map(Instant::getEpochSecond).orElse(0L);
  }

  /** Whether there ever was a reading. */
  public boolean hasData() {
    return overview.lastUpdate().isPresent();
  }

  @Override
  public String health() {
    boolean silent = !hasData() && overview.status() == SystemStatus.ACTIVE;
    return silent || overview.status() == SystemStatus.PAUSED
        ? "none"
        : overview.health().wireName();
  }

  @Override
  public String healthWords() {
    if (overview.status() != SystemStatus.ACTIVE) {
      return clock.texts().shared("lamp." + overview.status().wireName());
    }
    Optional<Instant> updated = overview.lastUpdate();
    if (updated.isEmpty()) {
      return clock.texts().shared("lamp.none");
    }
    if (overview.asleepUntil().isPresent()) {
      Instant until = overview.asleepUntil().get();
      return clock
          .texts()
          .shared(clock.isSoon(until) ? "lamp.quiet" : "lamp.asleep", clock.until(until));
    }
    String since = health().equals("red") ? clock.since(updated.get()) : clock.age(updated.get());
    return clock.texts().shared("lamp." + health(), since);
  }

  @Override
  public long asleepUntil() {
    return overview.asleepUntil().map(Instant::getEpochSecond).orElse(0L);
  }

  @Override
  public boolean lampMoves() {
    return overview.status() == SystemStatus.ACTIVE;
  }

  @Override
  public Map<Role, String> powerKeys() {
    Map<Role, String> keys = new EnumMap<>(Role.class);
    site.powers().forEach((role, key) -> keys.put(role, key.value()));
    return keys;
  }

  @Override
  public Map<EnergyFlow, String> energyKeys() {
    Map<EnergyFlow, String> keys = new EnumMap<>(EnergyFlow.class);
    site.energies().forEach((flow, key) -> keys.put(flow, key.value()));
    return keys;
  }

  @Override
  public Map<Price, String> priceKeys() {
    Map<Price, String> keys = new EnumMap<>(Price.class);
    site.prices().forEach((price, key) -> keys.put(price, key.value()));
    return keys;
  }

  @Override
  public Optional<String> socKey() {
    return site.soc().map(PointKey::value);
  }

  /** Only where its powers have the usual keys, under which a home's are told. */
  @Override
  public boolean isDrawnFromEnergies() {
    return hasPowers()
        && latest.points().stream()
            .filter(point -> site.energies().containsValue(point.key()))
            .anyMatch(point -> point.numberClass() == NumberClass.INTERVAL)
        && site.powers().values().stream()
            .allMatch(key -> HomePoint.ofKey(key.value()).isPresent());
  }

  /** The first values of a system without powers, for its card. */
  public List<PointTile> cardPoints() {
    return hasPowers() ? List.of() : grid().stream().limit(CARD_POINTS).toList();
  }

  @Override
  public FlowNow flow() {
    Map<Role, Double> powers = new EnumMap<>(Role.class);
    site.powers().forEach((role, key) -> value(key).ifPresent(value -> powers.put(role, value)));
    return new FlowNow(powers, site.soc().flatMap(this::value).orElse(null));
  }

  private Optional<Double> value(PointKey key) {
    return latest.points().stream()
        .filter(point -> point.key().equals(key))
        .findFirst()
        .flatMap(PointLatest::latest)
        .map(TimedValue::value);
  }

  /** Points for the grid: visible and collected. */
  public List<PointTile> grid() {
    return latest.points().stream()
        .filter(point -> point.visible() && point.active())
        .map(point -> new PointTile(point, clock))
        .toList();
  }

  /** All points. */
  public List<PointTile> allPoints() {
    return latest.points().stream().map(point -> new PointTile(point, clock)).toList();
  }
}
