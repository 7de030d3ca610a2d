package energy.liveone.web.live;

import energy.liveone.history.PointLatest;
import energy.liveone.history.SystemLatest;
import energy.liveone.history.SystemOverview;
import energy.liveone.point.PointKey;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import energy.liveone.system.SystemStatus;
import energy.liveone.web.number.Quantity;
import energy.liveone.web.number.QuantityFormat;
import energy.liveone.web.words.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One system with its lamp, its powers and its points: what cards, headings and grids show. */
public record SystemPanel(
    SystemOverview overview, SystemLatest latest, SitePoints site, SiteClock clock) {
  private static final int CARD_POINTS = 2;

  /** One power with its words. */
  public record RoleTile(Role role, String label, Quantity quantity, String words, String key) {}

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

  /** What people call it. */
  public String name() {
    return overview.displayName();
  }

  /** Whether somebody else owns it and shares it with the reader. */
  public boolean shared() {
    return overview.shared();
  }

  /** Address of its page. */
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

  /** The lamp: {@code green}, {@code yellow}, {@code red}, or {@code none} when nothing is due. */
  public String health() {
    boolean silent = !hasData() && overview.status() == SystemStatus.ACTIVE;
    return silent || overview.status() == SystemStatus.PAUSED
        ? "none"
        : overview.health().wireName();
  }

  /** The lamp in words. */
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

  /** Epoch seconds until when the system is asleep; 0 while it is not. */
  public long asleepUntil() {
    return overview.asleepUntil().map(Instant::getEpochSecond).orElse(0L);
  }

  /** Whether the lamp's words grow with time. */
  public boolean lampMoves() {
    return overview.status() == SystemStatus.ACTIVE;
  }

  /** Whether it measures power; a tariff, for one, does not. */
  public boolean hasPowers() {
    return !site.powers().isEmpty();
  }

  /** The first values of a system without powers, for its card. */
  public List<PointTile> cardPoints() {
    return hasPowers() ? List.of() : grid().stream().limit(CARD_POINTS).toList();
  }

  /** The flows of this moment. */
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

  /** The sentence above the live numbers. */
  public String sentence() {
    return flow().sentence(clock.texts());
  }

  /** The big numbers: sizes without signs, the words say the way. */
  public List<RoleTile> bigNumbers() {
    FlowNow flow = flow();
    return Arrays.stream(Role.values())
        .filter(site.powers()::containsKey)
        .map(role -> tile(role, flow, flow.power(role).map(Math::abs)))
        .toList();
  }

  /** The small numbers of a card: with signs, as there are no words. */
  public List<RoleTile> cardNumbers() {
    FlowNow flow = flow();
    return Arrays.stream(Role.values())
        .filter(site.powers()::containsKey)
        .map(role -> tile(role, flow, flow.power(role)))
        .toList();
  }

  private RoleTile tile(Role role, FlowNow flow, Optional<Double> value) {
    Texts texts = clock.texts();
    return new RoleTile(
        role,
        texts.shared("role." + role.wireName()),
        new QuantityFormat(texts.locale()).of(value.orElse(null), "W"),
        flow.doing(role, texts),
        site.powers().get(role).value());
  }

  /** Whether there is a battery level. */
  public boolean hasSoc() {
    return site.soc().isPresent();
  }

  /** Battery level in %, 0 when unknown; the width of its bar. */
  public double soc() {
    return site.soc().flatMap(this::value).orElse(0.0);
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
