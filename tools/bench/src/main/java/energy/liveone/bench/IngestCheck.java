package energy.liveone.bench;

import static energy.liveone.bench.CheckFailedException.unlessEqual;

import energy.liveone.bench.FleetLoader.LoadedSystem;
import energy.liveone.bench.driver.Payload;
import java.util.List;

/** Whether all that was sent is there: each raw row, aggregate, latest value and session. */
final class IngestCheck {
  private final Sql sql;
  private final List<LoadedSystem> systems;
  private final long first;
  private final int minutes;

  /**
   * @param first epoch seconds of the first payloads, the first minute after a bucket boundary
   */
  IngestCheck(Sql sql, List<LoadedSystem> systems, long first, int minutes) {
    this.sql = sql;
    this.systems = systems;
    this.first = first;
    this.minutes = minutes;
  }

  void check() {
    checkRaw();
    checkFiveMinutes();
    checkLatest();
    checkSessions();
  }

  private long readings() {
    return (long) systems.size() * minutes * Payload.KEYS.size();
  }

  private void checkRaw() {
    unlessEqual(readings(), sql.number("SELECT COUNT(*) FROM point_readings"), "Raw rows");
    unlessEqual(
        readings(),
        sql.number(
            "SELECT COUNT(*) FROM point_readings r JOIN "
                + RawYardstick.TABLE
                + " b ON b.point_id = r.point_id AND b.t = r.t AND b.value = r.value"),
        "Raw rows with the value that was sent");
  }

  private void checkFiveMinutes() {
    unlessEqual(
        readings(), sql.number("SELECT SUM(count) FROM point_readings_agg_5m"), "Samples counted");
    unlessEqual(
        readings() / 5,
        sql.number(
            "SELECT COUNT(*) FROM point_readings_agg_5m a JOIN (SELECT point_id,"
                + " CEIL(t / 300) * 300 AS bucket, MIN(value) AS low, MAX(value) AS high,"
                + " SUM(value) AS total, AVG(value) AS mean FROM point_readings GROUP BY 1, 2) r"
                + " ON r.point_id = a.point_id AND r.bucket = a.interval_end"
                + " JOIN point_info p ON p.point_id = a.point_id"
                + " WHERE a.min = r.low AND a.max = r.high AND a.count = 5 AND a.covered_s = 300"
                + " AND IF(p.number_class = 'counter', a.last = r.high,"
                + " ABS(a.sum - r.total) < 1e-6 AND ABS(a.avg - r.mean) < 1e-6)"),
        "5-minute rows that equal a recomputation");
    unlessEqual(0, sql.number("SELECT COUNT(*) FROM dirty_ranges"), "Stretches taken for late");
    unlessEqual(0, sql.number("SELECT COUNT(*) FROM quarantined_readings"), "Quarantined readings");
  }

  private void checkLatest() {
    long last = first + 60L * (minutes - 1);
    unlessEqual(
        systems.size(),
        sql.number("SELECT COUNT(*) FROM system_latest WHERE newest_t = ?", last),
        "Systems whose newest reading is the last one sent");
    unlessEqual(
        (long) systems.size() * Payload.KEYS.size(),
        sql.number(
            "SELECT COUNT(*) FROM point_info p JOIN point_readings r ON r.point_id = p.point_id"
                + " JOIN system_latest l ON l.system_id = p.system_id WHERE r.t = ?"
                + " AND JSON_VALUE(l.points, CONCAT('$.\"', p.point_id, '\"[1]')) = r.value",
            last),
        "Latest values");
  }

  private void checkSessions() {
    unlessEqual(
        (long) systems.size() * minutes,
        sql.number(
            "SELECT COUNT(*) FROM sessions WHERE successful AND num_rows = ? AND response LIKE ?",
            Payload.KEYS.size(),
            "%solarinverter_w%"),
        "Sessions");
    unlessEqual(
        systems.size(),
        sql.number("SELECT COUNT(*) FROM poll_schedule WHERE last_success_at IS NOT NULL"),
        "Schedules that know of the success");
  }
}
