package energy.liveone.setup;

import energy.liveone.database.UtcTime;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rows that collecting expects of every system, and what it leaves behind. They belong to no
 * entity: the hot path writes them by plain SQL. Joins the caller's transaction.
 */
@ApplicationScoped
public class JpaCollectionRows {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** An empty row of latest values. */
  void addLatest(SystemId system) {
    update("INSERT INTO system_latest (system_id) VALUES (?)", system.value());
  }

  /** A place in the schedule; {@code firstDue} is null for systems that are not polled. */
  void addSchedule(SystemId system, @Nullable Instant firstDue) {
    update(
        "INSERT INTO poll_schedule (system_id, next_due_at) VALUES (?, ?)",
        system.value(),
        firstDue == null ? null : UtcTime.of(firstDue));
  }

  /** The hash of the key of a pushing device. */
  void addPushKey(
      VendorType vendor, String site, SystemId system, byte[] sha256, Instant createdAt) {
    update(
        "INSERT INTO push_keys (vendor_type, vendor_site_id, system_id, key_sha256, created_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        vendor.value(),
        site,
        system.value(),
        sha256,
        UtcTime.of(createdAt));
  }

  /** Whether any system has this pushing site. */
  boolean hasPushKey(VendorType vendor, String site) {
    return !query(
            "SELECT 1 FROM push_keys WHERE vendor_type = ? AND vendor_site_id = ?",
            vendor.value(),
            site)
        .getResultList()
        .isEmpty();
  }

  /**
   * Has a polled system polled at once; others, which have neither credentials of a vendor nor a
   * grant, stay as they are.
   */
  void pollSoon(SystemId system, Instant now) {
    update(
        "UPDATE poll_schedule SET next_due_at = ?, failures = 0, waits_for = NULL"
            + " WHERE system_id = ? AND system_id IN (SELECT s.id FROM systems s"
            + " LEFT JOIN secure_credentials c ON c.system_id = s.id"
            + " WHERE s.grant_id IS NOT NULL OR c.system_id IS NOT NULL)",
        UtcTime.of(now),
        system.value());
  }

  /** Takes a system off the schedule; a poll in flight is its last. */
  void pollNever(SystemId system) {
    update("UPDATE poll_schedule SET next_due_at = NULL WHERE system_id = ?", system.value());
  }

  /**
   * Has the time series and the log of attempts of a system deleted later, since that takes longer
   * than people wait.
   */
  void queuePurge(SystemId system, Instant now) {
    update(
        "INSERT IGNORE INTO purge_queue (point_id, requested_at)"
            + " SELECT point_id, ? FROM point_info WHERE system_id = ?",
        UtcTime.of(now),
        system.value());
    update(
        "INSERT IGNORE INTO session_purge_queue (system_id, requested_at) VALUES (?, ?)",
        system.value(),
        UtcTime.of(now));
  }

  /**
   * Forgets the daily rows of a system whose days now lie elsewhere, and has the days around all
   * known ones computed again: no zone is more than a day away from another.
   */
  void restartDays(SystemId system) {
    update(
        "DELETE FROM point_readings_agg_daily WHERE point_id IN"
            + " (SELECT point_id FROM point_info WHERE system_id = ?)",
        system.value());
    update("UPDATE day_ledger SET dirty = TRUE WHERE system_id = ?", system.value());
    for (String neighbour : new String[] {"day - INTERVAL 1 DAY", "day + INTERVAL 1 DAY"}) {
      update(
          "INSERT IGNORE INTO day_ledger (system_id, day, dirty) SELECT system_id, "
              + neighbour
              + ", TRUE FROM day_ledger WHERE system_id = ?",
          system.value());
    }
  }

  private void update(String sql, @Nullable Object... parameters) {
    query(sql, parameters).executeUpdate();
  }

  private Query query(String sql, @Nullable Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return query;
  }
}
