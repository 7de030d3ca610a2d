package energy.liveone.gap;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  @Inject private GapWork work;
  @Inject private AskPast past;
  @Inject private Histories histories;
  @Inject private GapSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  private final Set<SystemId> underWay = ConcurrentHashMap.newKeySet();

  /** Begins with as many systems as there is room for. */
  void repairDue() {
    int room = settings.atOnce() - underWay.size();
    if (room <= 0) {
      return;
    }
    // Those under way are not due: their claim moved them. Some more, in case they are just ending.
    for (SystemId system : work.due(room + settings.atOnce())) {
      if (underWay.size() >= settings.atOnce() || !underWay.add(system)) {
        continue;
      }
      try {
        executor.execute(() -> repair(system));
      } catch (RejectedExecutionException e) {
        underWay.remove(system);
        return;
      }
    }
  }

  private void repair(SystemId system) {
    try {
      work.begin(system).ifPresent(this::repair);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, e, () -> "The gaps of system %s are tried again later".formatted(system));
    } finally {
      underWay.remove(system);
    }
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
    work.conclude(turn, asked);
  }
}
