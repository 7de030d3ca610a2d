package energy.liveone.batch.daily;

import energy.liveone.rollup.DailyJobs;
import energy.liveone.rollup.DailyRollup;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Starts the job when days are owed. Midnight is local to a system, and zones differ by whole, half
 * and quarter hours: five minutes past and to every half hour is 00:05 of every zone, or 00:20 of
 * those at a quarter. Every node has these timers; who runs the job is decided elsewhere.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DailyAggregationTimer {
  @Inject private DailyRollup rollup;
  @EJB private DailyJobs jobs;
  @EJB private DailyAggregationRun run;

  /** At 00:05 and every half hour from there. */
  @Schedule(hour = "*", minute = "5,35", persistent = false, info = "daily-aggregation")
  void startWhenDaysAreOwed() {
    if (!rollup.systemsOwingDays().isEmpty()) {
      jobs.start(false);
    }
  }

  /** Every half minute. */
  @Schedule(
      hour = "*",
      minute = "*",
      second = "*/30",
      persistent = false,
      info = "daily-aggregation lease")
  void watch() {
    run.watch();
  }
}
