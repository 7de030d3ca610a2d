package energy.liveone.gap;

import energy.liveone.gap.WatchedSystem.WatchedPoint;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The transactions before and after a vendor is asked about the gaps of one system. */
@Dependent
public class GapWork {
  /** Longer than the requests of one turn may take. */
  private static final Duration LEASE = Duration.ofMinutes(15);

  private static final Duration WHILE_STOPPED = Duration.ofHours(1);

  private static final Duration MOMENT = Duration.ofMinutes(1);

  private final JpaGaps gaps;
  private final JpaWatchedSystems systems;
  private final SettleGaps settlement;
  private final Prospects prospects;
  private final Clock clock;

  @Inject
  GapWork(
      JpaGaps gaps,
      JpaWatchedSystems systems,
      SettleGaps settlement,
      Prospects prospects,
      Clock clock) {
    this.gaps = gaps;
    this.systems = systems;
    this.settlement = settlement;
    this.prospects = prospects;
    this.clock = clock;
  }

  /**
   * Gaps of a system that the vendor is to be asked about.
   *
   * @param leaseUntil names the claim
   * @param wanted at least one stretch
   */
  record Turn(WatchedSystem system, Instant leaseUntil, List<Stretch> wanted) {
    Stretch hull() {
      return new Stretch(
          wanted.stream().mapToLong(Stretch::from).min().orElseThrow(),
          wanted.stream().mapToLong(Stretch::to).max().orElseThrow());
    }
  }

  /** The systems with something to do, those that wait longest first. */
  @Transactional
  public List<SystemId> due(int limit) {
    return gaps.due(clock.instant(), limit);
  }

  /**
   * Claims the due gaps of a system and settles all that can be without its vendor.
   *
   * @return nothing when the vendor need not be asked
   */
  @Transactional(TxType.REQUIRES_NEW)
  Optional<Turn> begin(SystemId id) {
    Instant now = clock.instant();
    Instant leaseUntil = now.plus(LEASE).truncatedTo(ChronoUnit.MILLIS);
    if (!gaps.claim(id, now, leaseUntil)) {
      return Optional.empty();
    }
    WatchedSystem system = systems.find(id).orElseThrow();
    List<Stretch> claimed = stretches(gaps.claimed(id, leaseUntil));
    if (!claimed.isEmpty()) {
      settlement.settle(system, new Turn(system, leaseUntil, claimed).hull());
    }
    List<Stretch> wanted = new ArrayList<>();
    for (Gap gap : gaps.claimed(id, leaseUntil)) {
      Gap next = sorted(system, gap, now);
      gaps.update(next, now);
      if (next.state() == GapState.FILLING) {
        wanted.add(next.stretch());
      }
    }
    return wanted.isEmpty() ? Optional.empty() : Optional.of(new Turn(system, leaseUntil, wanted));
  }

  private Gap sorted(WatchedSystem system, Gap gap, Instant now) {
    Prospect prospect = prospect(system, gap);
    if (!prospect.canBeAsked(gap, now)) {
      return prospect.withoutAsking(gap, now);
    }
    if (system.status() != SystemStatus.ACTIVE) {
      return gap.waiting(gap.reason(), gap.words(), gap.attempts(), now.plus(WHILE_STOPPED));
    }
    return new Gap(
        gap.id(),
        gap.point(),
        gap.stretch(),
        GapState.FILLING,
        gap.reason() == GapReason.NOT_RECEIVED ? GapReason.VENDOR_HAS_HISTORY : gap.reason(),
        gap.words(),
        gap.attempts(),
        gap.foundAt(),
        gap.nextAttempt());
  }

  /**
   * Records what became of the gaps of a turn. A gap that was asked about in part is divided: the
   * rest is due again at once, unless the last answer was none.
   */
  @Transactional(TxType.REQUIRES_NEW)
  void conclude(Turn turn, List<Asked> asked) {
    WatchedSystem system = turn.system();
    settlement.settle(system, turn.hull());
    Instant now = clock.instant();
    List<Stretch> all = asked.stream().map(Asked::stretch).toList();
    for (Gap gap : gaps.claimed(system.id(), turn.leaseUntil())) {
      List<Stretch> rest = Stretches.minus(gap.stretch(), all);
      if (rest.equals(List.of(gap.stretch()))) {
        gaps.update(notReached(system, gap, asked, now), now);
      } else if (rest.isEmpty()) {
        gaps.update(after(system, gap, asked, now), now);
      } else {
        List<Gap> pieces = new ArrayList<>();
        rest.forEach(one -> pieces.add(notReached(system, gap.piece(one), asked, now)));
        Stretches.minus(gap.stretch(), rest)
            .forEach(one -> pieces.add(after(system, gap.piece(one), asked, now)));
        gaps.replace(system.id(), new GapsOfPoint(List.of(gap), pieces), now);
      }
    }
  }

  /** An answer to a request. */
  record Asked(Stretch stretch, PastAnswer answer) {}

  private Gap notReached(WatchedSystem system, Gap gap, List<Asked> asked, Instant now) {
    if (asked.isEmpty()) {
      // Its day has not begun by our clock; the device's is a little ahead.
      return gap.waiting(gap.reason(), gap.words(), gap.attempts(), now.plus(MOMENT));
    }
    return prospect(system, gap).notReached(gap, asked.get(asked.size() - 1).answer(), now);
  }

  /** What of several answers is not an answer counts. */
  private Gap after(WatchedSystem system, Gap gap, List<Asked> asked, Instant now) {
    Prospect prospect = prospect(system, gap);
    return asked.stream()
        .filter(one -> one.stretch().overlaps(gap.stretch()))
        .map(Asked::answer)
        .reduce((a, b) -> a instanceof PastAnswer.Told ? b : a)
        .orElseThrow()
        .fold(
            told -> prospect.afterAnswer(gap, now),
            postponed ->
                gap.waiting(GapReason.QUOTA_SPENT, null, gap.attempts(), postponed.until()),
            failed ->
                prospect.afterFailure(
                    gap,
                    failed.failure().detail(),
                    failed.failure().retryTime().orElse(null),
                    now));
  }

  private Prospect prospect(WatchedSystem system, Gap gap) {
    WatchedPoint point = system.point(gap.point()).orElseThrow();
    return prospects.of(system, point);
  }

  private static List<Stretch> stretches(List<Gap> claimed) {
    return claimed.stream().map(Gap::stretch).toList();
  }
}
