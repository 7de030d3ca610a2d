package energy.liveone.gap;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.LocalDay;
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
 * last time up to the newest row that has had time to come. What lacks between two rows and is not
 * explained by the vendor's rhythm is a gap. The first look begins some days before the first row,
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
        Look look = new Look(system, history, point, marks.get(point.id()), now);
        found.addAll(look.gaps());
        look.end().ifPresent(end -> moved.put(point.id(), end));
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
      long start = mark == null ? firstMidnight(system, now) : mark;
      this.from = Math.max(start, now.minus(history.reach()).getEpochSecond());
      long settled = now.minus(history.settlesWithin(point.key())).getEpochSecond();
      List<Aggregate> rows =
          from < settled
              ? fiveMinutes
                  .range(List.of(point.id()), from, settled)
                  .getOrDefault(point.id(), List.of())
              : List.of();
      this.evidence = Evidence.ofRows(rows);
    }

    private long firstMidnight(WatchedSystem of, Instant at) {
      LocalDay today = LocalDay.containing(at.getEpochSecond(), of.view().zone());
      return LocalDay.of(today.date().minusDays(settings.firstDays()), of.view().zone()).start();
    }

    /** Where the next look begins. */
    Optional<Long> end() {
      return evidence.stream().map(Stretch::to).reduce(Math::max);
    }

    List<Gap> gaps() {
      return end().map(this::gapsUntil).orElse(List.of());
    }

    private List<Gap> gapsUntil(long end) {
      Stretch whole = new Stretch(from, end);
      List<Stretch> explained = new ArrayList<>(evidence);
      explained.addAll(pauses.of(system.id(), whole));
      List<Stretch> missing = Stretches.minus(whole, explained);
      if (missing.isEmpty()) {
        return List.of();
      }
      return vendors
          .adapter(system.vendor())
          .map(adapter -> new NaturalSilence(adapter.rhythm(), system.view()))
          .map(natural -> natural.unexplained(missing))
          .orElse(missing)
          .stream()
          .map(stretch -> Gap.found(point.id(), stretch, reason(stretch), now))
          .toList();
    }

    private GapReason reason(Stretch stretch) {
      return first && stretch.from() == from ? GapReason.BEFORE_CONNECTION : GapReason.NOT_RECEIVED;
    }
  }
}
