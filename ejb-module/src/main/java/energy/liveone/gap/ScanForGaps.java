package energy.liveone.gap;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.FiveMinuteBucket;
import energy.liveone.gap.WatchedSystem.WatchedPoint;
import energy.liveone.point.PointSource;
import energy.liveone.reading.JpaFiveMinuteTable;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.HistorySource;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the 5-minute rows of points whose values are intervals, from where it stopped the
 * last time up to the newest row. What lacks between two rows, has had time to come, and is not
 * explained by the vendor's rhythm is a gap. The first look begins some days before the connection,
 * so that a new system fetches these days as it would after an outage.
 */
@Dependent
public class ScanForGaps {
  private final JpaWatchedSystems systems;
  private final JpaGapScans scans;
  private final JpaGaps gaps;
  private final JpaPauses pauses;
  private final JpaFiveMinuteTable fiveMinutes;
  private final Histories histories;
  private final VendorRegistry vendors;
  private final SettleGaps settlement;
  private final GapSettings settings;
  private final Clock clock;

  @Inject
  ScanForGaps(
      JpaWatchedSystems systems,
      JpaGapScans scans,
      JpaGaps gaps,
      JpaPauses pauses,
      JpaFiveMinuteTable fiveMinutes,
      Histories histories,
      VendorRegistry vendors,
      SettleGaps settlement,
      GapSettings settings,
      Clock clock) {
    this.systems = systems;
    this.scans = scans;
    this.gaps = gaps;
    this.pauses = pauses;
    this.fiveMinutes = fiveMinutes;
    this.histories = histories;
    this.vendors = vendors;
    this.settlement = settlement;
    this.settings = settings;
    this.clock = clock;
  }

  /** The systems in which there is something to look for. */
  public List<SystemId> systems() {
    return systems.active(histories.vendors());
  }

  /** Looks through one system, in a transaction of its own. */
  @Transactional(TxType.REQUIRES_NEW)
  public void scan(SystemId id) {
    WatchedSystem system = systems.find(id).orElse(null);
    HistorySource history = system == null ? null : histories.of(system.vendor()).orElse(null);
    if (system == null || history == null) {
      return;
    }
    Instant now = clock.instant();
    Map<Integer, Long> marks = scans.marks(id);
    Map<Integer, Long> moved = new HashMap<>();
    List<Gap> found = new ArrayList<>();
    for (WatchedPoint point : system.points()) {
      if (point.active()
          && point.source() == PointSource.INTERVALS
          && history.covers(point.key(), system.view())) {
        Findings findings = new Look(system, history, point, marks.get(point.id()), now).findings();
        found.addAll(findings.gaps());
        findings.end().ifPresent(end -> moved.put(point.id(), end));
      }
    }
    gaps.add(id, found, now);
    scans.mark(id, moved);
    settleOpen(system, now);
  }

  /** Ordinary polls fill gaps as well. */
  private void settleOpen(WatchedSystem system, Instant now) {
    if (gaps.hasUnsettled(system.id())) {
      settlement.settle(system, new Stretch(0, now.getEpochSecond()));
    }
  }

  /** The search in one point. */
  private final class Look {
    private final WatchedSystem system;
    private final WatchedPoint point;
    private final boolean first;
    private final long from;
    private final Instant now;
    private final List<Stretch> evidence;
    private final long settled;

    Look(
        WatchedSystem system,
        HistorySource history,
        WatchedPoint point,
        @Nullable Long mark,
        Instant now) {
      this.system = system;
      this.point = point;
      this.now = now;
      this.first = mark == null;
      long start = mark == null ? FirstLook.from(system, settings.firstDays()) : mark;
      this.from = Math.max(start, now.minus(history.reach()).getEpochSecond());
      this.settled = now.minus(history.settlesWithin(point.key())).getEpochSecond();
      this.evidence = Evidence.ofRows(rows());
    }

    private List<Aggregate> rows() {
      long until = now.getEpochSecond();
      return from < until
          ? fiveMinutes.range(List.of(point.id()), from, until).getOrDefault(point.id(), List.of())
          : List.of();
    }

    /** The gaps, and where the next look begins. */
    Findings findings() {
      Optional<Long> newest = evidence.stream().map(Stretch::to).reduce(Math::max);
      if (newest.isEmpty() || newest.get() <= from) {
        return new Findings(List.of(), Optional.empty());
      }
      List<Stretch> missing =
          Stretches.minus(new Stretch(from, newest.get()), evidence).stream().sorted().toList();
      // A hole whose first interval may still come is looked at again, with all that follows it.
      Optional<Stretch> undecided =
          missing.stream()
              .filter(hole -> hole.from() + FiveMinuteBucket.SECONDS > settled)
              .findFirst();
      List<Stretch> lost =
          undecided.map(hole -> missing.subList(0, missing.indexOf(hole))).orElse(missing);
      return new Findings(
          lost.isEmpty() ? List.of() : gaps(lost), undecided.map(Stretch::from).or(() -> newest));
    }

    private List<Gap> gaps(List<Stretch> missing) {
      Stretch whole = new Stretch(missing.get(0).from(), missing.get(missing.size() - 1).to());
      List<Stretch> unpaused = Stretches.minus(missing, pauses.of(system.id(), whole));
      return vendors
          .adapter(system.vendor())
          .map(adapter -> new NaturalSilence(adapter.rhythm(), system.view()))
          .map(natural -> natural.unexplained(unpaused))
          .orElse(unpaused)
          .stream()
          .map(stretch -> Gap.found(point.id(), stretch, reason(stretch), now))
          .toList();
    }

    private GapReason reason(Stretch stretch) {
      return first && stretch.from() == from ? GapReason.BEFORE_CONNECTION : GapReason.NOT_RECEIVED;
    }
  }

  /**
   * What a look found.
   *
   * @param end where the next one begins; empty when there is no row yet
   */
  private record Findings(List<Gap> gaps, Optional<Long> end) {}
}
