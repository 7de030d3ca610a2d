package energy.liveone.bench;

import java.util.List;

/**
 * What the log of attempts and the raw table say of a stretch of polling. A system misses a minute
 * when between two successful attempts there is room for another: of a gap of {@code g} seconds,
 * {@code round(g / 60) - 1} minutes are missed, at the ends of the stretch likewise.
 */
final class PollCheck {
  private final Sql sql;
  private final long from;
  private final long to;

  /**
   * @param from epoch seconds, exclusive
   * @param to epoch seconds, inclusive
   */
  PollCheck(Sql sql, long from, long to) {
    this.sql = sql;
    this.from = from;
    this.to = to;
  }

  private record Missed(int system, long minutes) {}

  /** Missed minutes of all systems. */
  long missedMinutes() {
    String gaps =
        "SELECT system_id, SUM(GREATEST(0, ROUND(gap / 60) - 1)) FROM ("
            + "SELECT system_id, at - COALESCE(LAG(at) OVER (PARTITION BY system_id ORDER BY at), ?) AS gap"
            + " FROM ((SELECT s.id AS system_id, a.started + a.started_ms / 1000 AS at"
            + " FROM systems s JOIN sessions a ON a.system_id = s.id"
            + " WHERE a.successful AND a.started > ? AND a.started <= ?)"
            + " UNION ALL (SELECT id, ? FROM systems)) attempts) gaps GROUP BY system_id";
    List<Missed> missed =
        sql.list(gaps, row -> new Missed(row.getInt(1), row.getLong(2)), from, from, to, to);
    return missed.stream().mapToLong(Missed::minutes).sum();
  }

  long attempts() {
    return count("");
  }

  long failures() {
    return count(" AND NOT successful");
  }

  /** Successful attempts that brought nothing new. */
  long repeats() {
    return count(" AND successful AND num_rows = 0");
  }

  /** Readings that the sessions say were stored, less those that are there. */
  long unaccounted() {
    // One statement sees one state, though polling goes on.
    return sql.number(
        "SELECT (SELECT COALESCE(SUM(num_rows), 0) FROM sessions)"
            + " - (SELECT COUNT(*) FROM point_readings)");
  }

  /** Raw readings, less those that the 5-minute rows count. */
  long unaggregated() {
    return sql.number(
        "SELECT (SELECT COUNT(*) FROM point_readings)"
            + " - (SELECT COALESCE(SUM(count), 0) FROM point_readings_agg_5m)");
  }

  private long count(String condition) {
    return sql.number(
        "SELECT COUNT(*) FROM sessions WHERE started > ? AND started <= ?" + condition, from, to);
  }
}
