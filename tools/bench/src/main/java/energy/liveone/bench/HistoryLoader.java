package energy.liveone.bench;

import energy.liveone.aggregate.LocalDay;
import energy.liveone.bench.FleetLoader.LoadedSystem;
import energy.liveone.bench.driver.Payload;
import energy.liveone.database.MultiRowStatement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Days of 5-minute rows and of raw readings, as minutely polls would have left them. The rows are
 * made within the database, so loading takes seconds; daily rows are left to the product's own job,
 * which the ledger tells about them.
 */
final class HistoryLoader {
  static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
  private static final int FIRST_COUNTER = Payload.KEYS.indexOf("solar_kwh");
  private static final MultiRowStatement LEDGER =
      new MultiRowStatement("INSERT INTO day_ledger (system_id, day, dirty)", 3, "");

  private final Sql sql;
  private final Report report;
  private final Depth depth;
  private final long end;

  /**
   * @param end epoch seconds of the last reading, a multiple of 300
   */
  HistoryLoader(Sql sql, Report report, Depth depth, long end) {
    this.sql = sql;
    this.report = report;
    this.depth = depth;
    this.end = end;
  }

  /** How many days of 5-minute rows and of raw readings there are. */
  record Depth(int days, int rawDays) {
    int buckets() {
      return days * 288;
    }

    int rawMinutes() {
      return rawDays * 1_440;
    }
  }

  private record Day(int system, LocalDate date) {}

  void load(List<LoadedSystem> systems, Map<Integer, int[]> pointIds) {
    for (LoadedSystem system : systems) {
      int[] points = pointIds.get(system.id());
      for (int i = 0; i < points.length; i++) {
        if (i < FIRST_COUNTER) {
          loadGauge(points[i]);
        } else {
          loadCounter(points[i]);
        }
      }
      report.say("Loaded %d days of system %d".formatted(depth.days(), system.id()));
    }
    loadLatest();
    List<Day> days = new ArrayList<>();
    systems.forEach(system -> addDays(days, system.id()));
    sql.insert(
        LEDGER,
        days,
        (statement, index, day) -> {
          statement.setInt(index, day.system());
          statement.setObject(index + 1, day.date());
          statement.setBoolean(index + 2, true);
          return index + 3;
        });
  }

  /** Constant within a bucket, so that a row follows from its time alone. */
  private static String gauge(String bucket, int point) {
    return "ROUND(1500 + 1400 * SIN(%s / 13750 + %d), 4)".formatted(bucket, point);
  }

  private static String level(String time, int point) {
    return "ROUND(%d + (%s - 1500000000) * 0.00005, 5)".formatted(point, time);
  }

  private void loadGauge(int point) {
    sql.execute(
        "INSERT INTO point_readings (point_id, t, value) SELECT ?, t, "
            + gauge("CEIL(t / 300) * 300", point)
            + minutes(),
        point,
        end);
    sql.execute(
        "INSERT INTO point_readings_agg_5m (point_id, interval_end, min, max, avg, sum, count, first,"
            + " last, delta, covered_s, flags)"
            + " SELECT ?, b, v, v, v, 5 * v, 5, v, v, NULL, 300, 0 FROM (SELECT b, "
            + gauge("b", point)
            + " AS v"
            + buckets()
            + ") valued",
        point,
        end);
  }

  private void loadCounter(int point) {
    sql.execute(
        "INSERT INTO point_readings (point_id, t, value) SELECT ?, t, "
            + level("t", point)
            + minutes(),
        point,
        end);
    sql.execute(
        "INSERT INTO point_readings_agg_5m (point_id, interval_end, min, max, avg, sum, count, first,"
            + " last, delta, covered_s, flags)"
            + " SELECT ?, b, low, high, NULL, NULL, 5, low, high, high - old, 300, 0 FROM (SELECT b, "
            + level("(b - 300)", point)
            + " AS old, "
            + level("(b - 240)", point)
            + " AS low, "
            + level("b", point)
            + " AS high"
            + buckets()
            + ") valued",
        point,
        end);
  }

  private String minutes() {
    return " FROM (SELECT ? - %1$d * 60 + seq * 60 AS t FROM seq_1_to_%1$d) times"
        .formatted(depth.rawMinutes());
  }

  private String buckets() {
    return " FROM (SELECT ? - %1$d * 300 + seq * 300 AS b FROM seq_1_to_%1$d) times"
        .formatted(depth.buckets());
  }

  private void loadLatest() {
    sql.execute(
        "UPDATE system_latest l SET version = 1, newest_t = ?, points = (SELECT CONCAT('{',"
            + " GROUP_CONCAT('\"', p.point_id, '\":[', r.t, ',', r.value, ']'), '}')"
            + " FROM point_info p JOIN point_readings r ON r.point_id = p.point_id AND r.t = ?"
            + " WHERE p.system_id = l.system_id)",
        end,
        end);
  }

  private void addDays(List<Day> days, int system) {
    LocalDate last = LocalDay.containing(end, ZONE).date();
    LocalDate date = LocalDay.containing(end - 300L * depth.buckets() + 300, ZONE).date();
    while (!date.isAfter(last)) {
      days.add(new Day(system, date));
      date = date.plusDays(1);
    }
  }
}
