package energy.liveone.gap;

import energy.liveone.database.Retry;
import energy.liveone.gap.GapWork.Asked;
import energy.liveone.gap.GapWork.Turn;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.HistorySource;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Works off the gaps that are due, some systems at once, each on a thread of its own that may wait
 * for the vendor. What was under way when a node died becomes due again when its claim ends.
 */
@ApplicationScoped
public class RepairGaps {
  private static final Logger LOG = Logger.getLogger(RepairGaps.class.getName());

  /** Requests of one system in one turn; then others have theirs. */
  private static final int REQUESTS_OF_A_TURN = 4;

  /** Systems that wait in memory at most. */
  private static final int SYSTEMS_OF_A_LOOK = 50;

  @Inject private GapWork work;
  @Inject private AskPast past;
  @Inject private Histories histories;
  @Inject private GapSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  private final Set<SystemId> underWay = new HashSet<>();
  private final Deque<SystemId> waiting = new ArrayDeque<>();
  private final Set<SystemId> failed = new HashSet<>();
  private int workers;

  /** Has as many threads at work as may be; each ends when nothing is due. */
  synchronized void repairDue() {
    failed.clear();
    while (workers < settings.atOnce() && refill()) {
      try {
        executor.execute(this::run);
        workers++;
      } catch (RejectedExecutionException e) {
        LOG.log(Level.FINE, "No thread for gaps at the moment", e);
        return;
      }
    }
  }

  /** Whether anything waits; looks at what is due when nothing does. */
  private boolean refill() {
    if (waiting.isEmpty()) {
      work.due(SYSTEMS_OF_A_LOOK).stream()
          .filter(system -> !underWay.contains(system) && !failed.contains(system))
          .forEach(waiting::add);
    }
    return !waiting.isEmpty();
  }

  private void run() {
    Optional<SystemId> next = begin();
    while (next.isPresent()) {
      repair(next.get());
      next = next(next.get());
    }
  }

  private synchronized Optional<SystemId> next(SystemId done) {
    underWay.remove(done);
    return begin();
  }

  private synchronized Optional<SystemId> begin() {
    Optional<SystemId> next = Optional.empty();
    try {
      next = refill() ? Optional.of(waiting.remove()) : Optional.empty();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Due gaps cannot be read; it is tried again", e);
    }
    next.ifPresentOrElse(underWay::add, () -> workers--);
    return next;
  }

  private void repair(SystemId system) {
    try {
      Retry.transaction(() -> work.begin(system)).ifPresent(this::repair);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, e, () -> "The gaps of system %s are tried again later".formatted(system));
      failedNow(system);
    }
  }

  /** Not again before the timer's next turn. */
  private synchronized void failedNow(SystemId system) {
    failed.add(system);
  }

  private void repair(Turn turn) {
    List<Asked> asked = new ArrayList<>();
    WatchedSystem system = turn.system();
    ZoneId zone = system.view().zone();
    Instant now = clock.instant();
    int most = histories.of(system.vendor()).map(HistorySource::daysPerRequest).orElse(1);
    for (DayRange days : DayRange.touchedBy(turn.wanted(), zone, most)) {
      if (asked.size() == REQUESTS_OF_A_TURN) {
        break;
      }
      PastAnswer answer = past.ask(system, days);
      days.until(now, zone).forEach(stretch -> asked.add(new Asked(stretch, answer)));
      if (!(answer instanceof PastAnswer.Told)) {
        break;
      }
    }
    Retry.run(() -> work.conclude(turn, asked));
  }
}
