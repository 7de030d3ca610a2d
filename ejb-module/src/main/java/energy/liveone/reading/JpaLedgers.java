package energy.liveone.reading;

import energy.liveone.database.DatabaseFault;
import energy.liveone.database.MultiRowStatement;
import energy.liveone.database.UtcTime;
import energy.liveone.reading.ReadingCheck.Quarantined;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the writer leaves for others to do: stretches to recompute, days to sum up, silences and
 * readings to look at. Joins the caller's transaction.
 */
@ApplicationScoped
public class JpaLedgers {
  private static final MultiRowStatement MARK_DAY =
      new MultiRowStatement(
          "INSERT INTO day_ledger (system_id, day, dirty)",
          3,
          "ON DUPLICATE KEY UPDATE dirty = TRUE");
  private static final MultiRowStatement MARK_RANGE =
      new MultiRowStatement("INSERT INTO dirty_ranges (system_id, from_t, to_t)", 3, "");
  private static final MultiRowStatement QUARANTINE =
      new MultiRowStatement(
          "INSERT INTO quarantined_readings (system_id, point_key, t, value_text, reason, received_at)",
          6,
          "");
  private static final MultiRowStatement NOTE_SILENCE =
      new MultiRowStatement(
          "INSERT INTO gaps (system_id, point_id, from_t, to_t, reason, found_at, updated_at,"
              + " next_attempt_at)",
          8,
          "ON DUPLICATE KEY UPDATE updated_at = gaps.updated_at");

  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** A local day of a system whose 5-minute rows changed. */
  public record DirtyDay(int system, LocalDate day) {}

  /** A stretch {@code (from, to]} of a system whose raw readings changed behind the newest. */
  public record DirtyRange(int system, long from, long to) {}

  /** A stretch {@code (from, to]} in which a sampled point was not heard. */
  record Silence(int system, int point, long from, long to) {}

  /** Marks days whose daily rows no longer fit. */
  public void markDays(List<DirtyDay> days) {
    try {
      MARK_DAY.execute(
          em.unwrap(Connection.class),
          days,
          (statement, first, day) -> {
            statement.setInt(first, day.system());
            statement.setObject(first + 1, day.day());
            statement.setBoolean(first + 2, true);
            return first + 3;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Marking days", e);
    }
  }

  /** Marks the days that have data among those from {@code first} to {@code last}. */
  public void markKnownDays(int system, LocalDate first, LocalDate last) {
    em.createNativeQuery(
            "UPDATE day_ledger SET dirty = TRUE WHERE system_id = ? AND day BETWEEN ? AND ?")
        .setParameter(1, system)
        .setParameter(2, first)
        .setParameter(3, last)
        .executeUpdate();
  }

  /** Marks stretches whose 5-minute rows no longer fit. */
  public void markRanges(List<DirtyRange> ranges) {
    try {
      MARK_RANGE.execute(
          em.unwrap(Connection.class),
          ranges,
          (statement, first, range) -> {
            statement.setInt(first, range.system());
            statement.setLong(first + 1, range.from());
            statement.setLong(first + 2, range.to());
            return first + 3;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Marking dirty ranges", e);
    }
  }

  /** Keeps readings that must not be stored, for people to look at. */
  void quarantine(List<Quarantined> readings, Instant receivedAt) {
    try {
      QUARANTINE.execute(
          em.unwrap(Connection.class),
          readings,
          (statement, first, reading) -> {
            statement.setInt(first, reading.system());
            statement.setString(first + 1, reading.pointKey());
            statement.setLong(first + 2, reading.t());
            statement.setString(first + 3, reading.value());
            statement.setString(first + 4, reading.reason());
            statement.setObject(first + 5, UtcTime.of(receivedAt));
            return first + 6;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Quarantining readings", e);
    }
  }

  /** Notes silences, for somebody to find out what can be done. */
  void noteSilences(List<Silence> silences, Instant now) {
    if (silences.isEmpty()) {
      return;
    }
    try {
      NOTE_SILENCE.execute(
          em.unwrap(Connection.class),
          silences,
          (statement, first, silence) -> {
            statement.setInt(first, silence.system());
            statement.setInt(first + 1, silence.point());
            statement.setLong(first + 2, silence.from());
            statement.setLong(first + 3, silence.to());
            statement.setString(first + 4, "NOT_RECEIVED");
            statement.setObject(first + 5, UtcTime.of(now));
            statement.setObject(first + 6, UtcTime.of(now));
            statement.setObject(first + 7, UtcTime.of(now));
            return first + 8;
          });
    } catch (SQLException e) {
      throw new DatabaseFault("Noting silences", e);
    }
  }
}
