package energy.liveone.housekeeping;

import energy.liveone.quota.JpaQuotaLedger;
import energy.liveone.reading.Retention;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps the database in order: at start, every hour, and when asked. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {
  private static final Duration PURGE_TIME = Duration.ofSeconds(20);
  private static final Duration LONGEST_QUOTA_WINDOW = Duration.ofDays(62);

  @Inject private Partitions partitions;
  @Inject private JpaPurge purge;
  @Inject private JpaQuotaLedger quotas;
  @Inject private Retention retention;
  @Inject private Clock clock;

  @PostConstruct
  void prepare() {
    makePartitions();
  }

  /** Partitions, retention and remains. Running it twice does nothing the second time. */
  @Schedule(hour = "*", minute = "17", persistent = false)
  @Lock(LockType.WRITE)
  public void tidy() {
    makePartitions();
    while (purge.purgeSomeSessions() || purge.purgeSome()) {
      // until nothing is queued
    }
    Instant now = clock.instant();
    quotas.forgetUnused(now.minus(LONGEST_QUOTA_WINDOW));
    purge.deleteOutdated(now.minus(retention.raw()), now);
  }

  /** What deleted systems left behind, for some seconds of each minute. */
  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  @Lock(LockType.WRITE)
  public void purge() {
    Instant end = clock.instant().plus(PURGE_TIME);
    while (clock.instant().isBefore(end) && (purge.purgeSomeSessions() || purge.purgeSome())) {
      // what is left is for the next minute
    }
  }

  private void makePartitions() {
    Instant now = clock.instant();
    List.of(
            new PartitionPlan(
                "point_readings", Duration.ofDays(7), retention.raw(), Duration.ofDays(28)),
            new PartitionPlan(
                "sessions", Duration.ofDays(1), retention.sessions(), Duration.ofDays(7)))
        .forEach(plan -> partitions.carryOut(plan, now));
  }
}
