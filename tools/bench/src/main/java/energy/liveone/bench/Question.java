package energy.liveone.bench;

import energy.liveone.aggregate.LocalDay;
import jakarta.json.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * A question that is asked over the API and, for comparison, of the database itself.
 *
 * @param path of the API, for a system's id
 * @param digest of the API's answer
 * @param bare the same rows by plain SQL, made the same numbers
 * @param limitMillis what the API's 95th percentile may be when the bare one is so many ms
 */
record Question(
    String name,
    Function<Integer, String> path,
    Function<JsonObject, Digest> digest,
    Bare bare,
    DoubleUnaryOperator limitMillis) {
  private static final List<String> FOUR = List.of("solar_w", "load_w", "battery_w", "grid_w");

  /** Reads a system's rows for the window {@code (from, to]} of the API's answer. */
  @FunctionalInterface
  interface Bare {
    Digest read(BareDatabase database, int system, long from, long to) throws SQLException;
  }

  /** Latest values, a raw day of one point, 5-minute rows of four points, days of four points. */
  static List<Question> all() {
    return List.of(
        new Question(
            "latest",
            system -> "/api/data/latest?systemId=" + system,
            Digest::ofLatest,
            (database, system, from, to) -> latest(database, system),
            Question::likeBare),
        history("historical.raw.24H.1_point", "24H&aggregation=raw", 1, Question::raw),
        history("historical.5m.24H.4_points", "24H", 4, Question::fiveMinutes),
        history("historical.daily.30D.4_points", "30D", 4, Question::days));
  }

  private static double likeBare(double millis) {
    return 2.5 * millis + 3;
  }

  private static Question history(String name, String range, int points, Bare bare) {
    return new Question(
        name,
        system ->
            "/api/data/historical?systemIds="
                + system
                + "&pointKeys="
                + String.join(",", FOUR.subList(0, points))
                + "&range="
                + range,
        Digest::ofHistory,
        bare,
        Question::likeBare);
  }

  private static Digest latest(BareDatabase database, int system) throws SQLException {
    Digest digest = new Digest();
    Map<Integer, String> units = new HashMap<>();
    PreparedStatement points =
        database.statement("SELECT point_id, point_key, unit FROM point_info WHERE system_id = ?");
    points.setInt(1, system);
    try (ResultSet rows = points.executeQuery()) {
      while (rows.next()) {
        units.put(rows.getInt(1), rows.getString(2) + " in " + rows.getString(3));
      }
    }
    PreparedStatement latest =
        database.statement("SELECT newest_t, points FROM system_latest WHERE system_id = ?");
    latest.setInt(1, system);
    try (ResultSet rows = latest.executeQuery()) {
      while (rows.next()) {
        ServerApi.json(rows.getString(2))
            .forEach(
                (point, pair) -> {
                  if (units.containsKey(Integer.valueOf(point))) {
                    digest.add(
                        pair.asJsonArray().getJsonNumber(0).longValue(),
                        pair.asJsonArray().getJsonNumber(1).doubleValue());
                  }
                });
      }
    }
    return digest;
  }

  private static Digest raw(BareDatabase database, int system, long from, long to)
      throws SQLException {
    Digest digest = new Digest();
    PreparedStatement query =
        database.statement(
            "SELECT t, value FROM point_readings WHERE point_id = ? AND t > ? AND t <= ? ORDER BY t");
    query.setInt(1, database.point(system, FOUR.get(0)));
    query.setLong(2, from);
    query.setLong(3, to);
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        digest.add(rows.getLong(1), rows.getDouble(2));
      }
    }
    return digest;
  }

  private static Digest fiveMinutes(BareDatabase database, int system, long from, long to)
      throws SQLException {
    Digest digest = new Digest();
    PreparedStatement query =
        database.statement(
            "SELECT point_id, interval_end, avg FROM point_readings_agg_5m WHERE point_id IN"
                + " (?,?,?,?) AND interval_end > ? AND interval_end <= ?"
                + " ORDER BY point_id, interval_end");
    setPoints(database, system, query);
    query.setLong(5, from);
    query.setLong(6, to);
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        digest.add(rows.getLong(2), rows.getDouble(3));
      }
    }
    return digest;
  }

  /** The stored days, and today from its 5-minute rows. */
  private static Digest days(BareDatabase database, int system, long from, long to)
      throws SQLException {
    Digest digest = new Digest();
    LocalDay today = LocalDay.containing(to, HistoryLoader.ZONE);
    LocalDate first = today.date().minusDays(29);
    PreparedStatement stored =
        database.statement(
            "SELECT point_id, day_start, avg FROM point_readings_agg_daily WHERE point_id IN"
                + " (?,?,?,?) AND day BETWEEN ? AND ? ORDER BY point_id, day");
    setPoints(database, system, stored);
    stored.setObject(5, first);
    stored.setObject(6, today.date());
    try (ResultSet rows = stored.executeQuery()) {
      while (rows.next()) {
        digest.add(rows.getLong(2), rows.getDouble(3));
      }
    }
    PreparedStatement running =
        database.statement(
            "SELECT point_id, avg, covered_s FROM point_readings_agg_5m WHERE point_id IN"
                + " (?,?,?,?) AND interval_end > ? AND interval_end <= ? ORDER BY point_id,"
                + " interval_end");
    setPoints(database, system, running);
    running.setLong(5, today.start());
    running.setLong(6, today.end());
    Map<Integer, double[]> sums = new HashMap<>();
    try (ResultSet rows = running.executeQuery()) {
      while (rows.next()) {
        double[] sum = sums.computeIfAbsent(rows.getInt(1), point -> new double[2]);
        sum[0] += rows.getDouble(2) * rows.getInt(3);
        sum[1] += rows.getInt(3);
      }
    }
    sums.values().forEach(sum -> digest.add(today.start(), sum[0] / sum[1]));
    return digest;
  }

  private static void setPoints(BareDatabase database, int system, PreparedStatement query)
      throws SQLException {
    for (int i = 0; i < FOUR.size(); i++) {
      query.setInt(i + 1, database.point(system, FOUR.get(i)));
    }
  }
}
