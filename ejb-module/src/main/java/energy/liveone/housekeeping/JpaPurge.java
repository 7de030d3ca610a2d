package energy.liveone.housekeeping;

import energy.liveone.database.UtcTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Deletes what deleted systems left in the time series, and what is past its time in small tables.
 */
@ApplicationScoped
public class JpaPurge {
  private static final int ROWS = 10_000;
  private static final int SESSIONS = 1_000;
  private static final List<String> TABLES =
      List.of("point_readings", "point_readings_agg_5m", "point_readings_agg_daily");

  /** Long enough to look at yesterday's forecast beside what came. */
  private static final Duration FORECASTS_KEPT = Duration.ofDays(2);

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /**
   * Deletes the next rows of a queued point, in a transaction of its own.
   *
   * @return whether there may be more
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean purgeSome() {
    List<?> next =
        em.createNativeQuery("SELECT point_id FROM purge_queue LIMIT 1 FOR UPDATE SKIP LOCKED")
            .getResultList();
    if (next.isEmpty()) {
      return false;
    }
    Object point = next.get(0);
    for (String table : TABLES) {
      int deleted =
          em.createNativeQuery("DELETE FROM " + table + " WHERE point_id = ? LIMIT " + ROWS)
              .setParameter(1, point)
              .executeUpdate();
      if (deleted == ROWS) {
        return true;
      }
    }
    em.createNativeQuery("DELETE FROM purge_queue WHERE point_id = ?")
        .setParameter(1, point)
        .executeUpdate();
    return true;
  }

  /**
   * Deletes the next attempts of a queued system, in a transaction of its own.
   *
   * @return whether there may be more
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean purgeSomeSessions() {
    List<?> next =
        em.createNativeQuery(
                "SELECT system_id FROM session_purge_queue LIMIT 1 FOR UPDATE SKIP LOCKED")
            .getResultList();
    if (next.isEmpty()) {
      return false;
    }
    int deleted =
        em.createNativeQuery("DELETE FROM sessions WHERE system_id = ? LIMIT " + SESSIONS)
            .setParameter(1, next.get(0))
            .executeUpdate();
    if (deleted < SESSIONS) {
      em.createNativeQuery("DELETE FROM session_purge_queue WHERE system_id = ?")
          .setParameter(1, next.get(0))
          .executeUpdate();
    }
    return true;
  }

  /** Deletes quarantined readings, forecasts of what has passed, and expired tokens. */
  @Transactional(TxType.REQUIRES_NEW)
  public void deleteOutdated(Instant quarantinedBefore, Instant now) {
    em.createNativeQuery("DELETE FROM forecasts WHERE interval_end < ? LIMIT 100000")
        .setParameter(1, now.minus(FORECASTS_KEPT).getEpochSecond())
        .executeUpdate();
    em.createNativeQuery("DELETE FROM quarantined_readings WHERE received_at < ? LIMIT 100000")
        .setParameter(1, UtcTime.of(quarantinedBefore))
        .executeUpdate();
    em.createNativeQuery("DELETE FROM api_tokens WHERE expires_at < ? LIMIT 100000")
        .setParameter(1, UtcTime.of(now))
        .executeUpdate();
  }
}
