package energy.liveone.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import energy.liveone.durability.OutageHomes.Home;
import energy.liveone.product.ApiClient;
import energy.liveone.product.Product;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The server is off for 24 hours and comes back: fifty systems of the vendors that keep a history
 * heal without help, and of those that keep none it is known what is lost. Server and vendors live
 * in the past at first and then jump together, so the outage takes no time. It begins and ends in
 * the forenoon, at whatever hour the test runs. The vendors keep their limits as by contract;
 * Enphase's free plan is made for one or two systems, so the operator has the largest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {
  private static final LocalTime FORENOON = LocalTime.of(10, 30);
  private static final Duration OUTAGE = Duration.ofHours(24);

  /** Less than what must be enough: clocks run at their usual pace. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private Product product;
  private VendorControl vendors;
  private final List<Home> homes = new ArrayList<>();
  private final List<Home> without = new ArrayList<>();
  private Instant off;
  private Instant on;

  @BeforeAll
  void liveThroughAnOutage() {
    Instant now = Instant.now();
    ZonedDateTime back = now.minus(Duration.ofHours(1)).atZone(OutageHomes.ZONE).with(FORENOON);
    if (back.toInstant().isAfter(now.minus(Duration.ofHours(1)))) {
      back = back.minusDays(1);
    }
    Duration after = Duration.between(now, back);
    Duration before = after.minus(OUTAGE);
    start(before);
    await()
        .atMost(LIMIT)
        .until(() -> systemsPolledSince(Instant.EPOCH) == homes.size() + without.size());
    product.server().stop();
    off = Instant.now().plus(before);
    vendors.liveAt(after);
    product.configure("LIVEONE_CLOCK_OFFSET", after.toString());
    product.startServer();
    on = Instant.now().plus(after);
  }

  private void start(Duration offset) {
    product =
        Product.start(
            Map.of(
                "LIVEONE_CLOCK_OFFSET", offset.toString(),
                "LIVEONE_GAPS_SCAN_PERIOD", "PT5S",
                "LIVEONE_GAPS_FIRST_DAYS", "0"));
    vendors = new VendorControl(product.simulator());
    vendors.liveAt(offset);
    // Usage may be had as soon as its day is over.
    vendors.put("/amber/usage", Map.of("hoursAhead", 58));
    vendors.put("/enphase/plan", Map.of("plan", "megawatt"));
    ApiClient admin = product.admin();
    OutageHomes setUp = new OutageHomes(admin, vendors);
    homes.addAll(setUp.solarEdge(20));
    homes.addAll(setUp.amber(15));
    homes.addAll(setUp.enphase(15));
    without.add(setUp.selectronic());
    without.add(setUp.mondo());
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void dayLongOutageHealsWithoutHelp() throws SQLException {
    await().atMost(LIMIT).until(() -> systemsPolledSince(on.minusSeconds(60)) >= homes.size());
    await()
        .atMost(LIMIT)
        .until(() -> systemsWithGap("filled", off, on) == homes.size() && unsettled() == 0);

    assertThat(
            number(
                "SELECT COUNT(*) FROM gaps WHERE state = 'permanent' AND reason <> 'NO_HISTORY'"))
        .isZero();
    assertThat(number("SELECT COUNT(*) FROM sessions WHERE error_code = 'RATE_LIMITED'")).isZero();
    for (String vendor : List.of("solaredge", "amber", "enphase")) {
      assertThat(vendors.failures(vendor)).as(vendor).isZero();
    }
    assertThat(number("SELECT COUNT(*) FROM sessions WHERE cause = 'BACKFILL' AND successful"))
        .isGreaterThanOrEqualTo(homes.size());
    assertTotalsAreTheTruth();
  }

  /** Of the whole day in which the outage began. */
  private void assertTotalsAreTheTruth() throws SQLException {
    LocalDate today = LocalDate.ofInstant(on, OutageHomes.ZONE);
    Instant midnight = today.atStartOfDay(OutageHomes.ZONE).toInstant();
    Instant dayBefore = today.minusDays(1).atStartOfDay(OutageHomes.ZONE).toInstant();
    product.admin().post("api/cron/daily", "{}");
    await()
        .atMost(LIMIT)
        .until(
            () ->
                number(
                        "SELECT COUNT(*) FROM day_ledger WHERE dirty AND day = '%s'"
                            .formatted(today.minusDays(1)))
                    == 0);
    for (Home home : homes) {
      JsonObject truth = vendors.truth(home.vendor(), home.site(), dayBefore, midnight);
      for (Map.Entry<String, String> energy : home.truth().entrySet()) {
        assertThat(dayTotal(home, energy.getValue(), dayBefore))
            .as("%s of %s", energy.getValue(), home)
            .isCloseTo(truth.getJsonNumber(energy.getKey()).doubleValue(), within(home.rounding()));
      }
      assertNothingCountsTwice(home, dayBefore);
      assertNoSecondIsMissing(home, dayBefore, midnight);
    }
  }

  /** Rows of one point never overlap: no row begins before the one before it ends. */
  private void assertNothingCountsTwice(Home home, Instant from) throws SQLException {
    assertThat(
            number(
                "SELECT COUNT(*) FROM (SELECT interval_end - covered_s AS begun,"
                    + " LAG(interval_end) OVER (PARTITION BY a.point_id ORDER BY interval_end) AS ended"
                    + " FROM point_readings_agg_5m a JOIN point_info p ON p.point_id = a.point_id"
                    + " WHERE p.system_id = %d AND p.source = 'intervals' AND interval_end > %d) r"
                        .formatted(home.systemId(), from.getEpochSecond())
                    + " WHERE begun < ended"))
        .as(home.toString())
        .isZero();
  }

  /** Every interval point, prices included, has the whole day; Amber leaves out some tariffs. */
  private void assertNoSecondIsMissing(Home home, Instant from, Instant to) throws SQLException {
    assertThat(
            number(
                "SELECT MIN(covered_s) FROM point_readings_agg_daily d"
                    + " JOIN point_info p ON p.point_id = d.point_id WHERE p.system_id = %d"
                        .formatted(home.systemId())
                    + " AND p.source = 'intervals' AND p.point_key <> 'tariff_period' AND d.day_start = "
                    + from.getEpochSecond()))
        .as(home.toString())
        .isEqualTo((double) Duration.between(from, to).toSeconds());
  }

  @Test
  void energyOfCountersIsCreditedAfterTheOutageAsEstimated() throws SQLException {
    double credited = 0;
    for (Home home : without) {
      double counters = points(home, "counter");
      assertThat(counters).isPositive();
      await().atMost(LIMIT).until(() -> pointsWithGap(home, "counter", "estimated") == counters);

      for (Map.Entry<String, String> energy : home.truth().entrySet()) {
        credited += assertCredited(home, energy.getValue(), energy.getKey());
      }
      assertThat(
              number(
                  "SELECT COUNT(*) FROM point_readings_agg_5m a JOIN point_info p"
                      + " ON p.point_id = a.point_id WHERE p.number_class = 'counter' AND a.flags & 1"
                      + " AND p.system_id = "
                      + home.systemId()))
          .as("estimated rows of %s", home)
          .isEqualTo(counters);
    }
    // A house with a battery may take next to nothing from the grid, but uses much in a day.
    assertThat(credited).as("kWh of all homes in the outage").isGreaterThan(5);
  }

  /**
   * One row has what was counted from the last sample before the outage to its own last one.
   *
   * @return what it has, in kWh
   */
  private double assertCredited(Home home, String point, String energy) throws SQLException {
    String sample =
        "(SELECT MAX(t) FROM point_readings r WHERE r.point_id = p.point_id AND t <= %s)";
    String sql =
        "SELECT a.delta, %s, %s FROM point_readings_agg_5m a JOIN point_info p ON p.point_id = a.point_id"
                .formatted(
                    sample.formatted(off.plus(OUTAGE.dividedBy(2)).getEpochSecond()),
                    sample.formatted("a.interval_end"))
            + " WHERE p.system_id = %d AND p.point_key = '%s' AND a.flags & 1"
                .formatted(home.systemId(), point);
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).as("an estimated row of %s of %s", point, home).isTrue();
      JsonObject truth =
          vendors.truth(
              home.vendor(),
              home.site(),
              Instant.ofEpochSecond(row.getLong(2)),
              Instant.ofEpochSecond(row.getLong(3)));
      assertThat(row.getDouble(1))
          .as("%s of %s", point, home)
          .isCloseTo(truth.getJsonNumber(energy).doubleValue(), within(home.rounding()));
      return row.getDouble(1);
    }
  }

  @Test
  void powerThatNobodyKeepsIsLostForGood() throws SQLException {
    for (Home home : without) {
      await().atMost(LIMIT).until(() -> pointsWithGap(home, "gauge", "permanent") > 0);
    }
    await().atMost(LIMIT).until(() -> unsettled() == 0);

    for (Home home : without) {
      JsonObject gap = lostPower(home);
      assertThat(gap.getString("reason")).isEqualTo("NO_HISTORY");
      // Mondo tells its demand for a time before the poll, and what is heard of one is no silence.
      assertThat(Instant.parse(gap.getString("to"))).isAfter(off.plus(OUTAGE).minusSeconds(1_800));
    }
  }

  /** What people are told of one of the powers. */
  private JsonObject lostPower(Home home) {
    return product
        .admin()
        .get("api/admin/systems/%d/gaps?state=permanent".formatted(home.systemId()))
        .json()
        .getJsonArray("data")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(gap -> gap.getString("pointKey").equals("grid_w"))
        .filter(gap -> Instant.parse(gap.getString("from")).isBefore(off))
        .findFirst()
        .orElseThrow();
  }

  private double points(Home home, String numberClass) throws SQLException {
    return number(
        "SELECT COUNT(*) FROM point_info WHERE system_id = %d AND number_class = '%s' AND is_active"
            .formatted(home.systemId(), numberClass));
  }

  private double pointsWithGap(Home home, String numberClass, String state) throws SQLException {
    return number(
        "SELECT COUNT(DISTINCT g.point_id) FROM gaps g JOIN point_info p ON p.point_id = g.point_id"
            + " WHERE g.system_id = %d AND p.number_class = '%s' AND g.state = '%s'"
                .formatted(home.systemId(), numberClass, state));
  }

  private double systemsWithGap(String state, Instant from, Instant to) throws SQLException {
    return number(
        "SELECT COUNT(DISTINCT system_id) FROM gaps WHERE state = '%s' AND from_t < %d AND to_t > %d"
            .formatted(state, to.getEpochSecond() - 3_600, from.getEpochSecond() + 3_600));
  }

  private double unsettled() throws SQLException {
    return number("SELECT COUNT(*) FROM gaps WHERE state IN ('open', 'filling')");
  }

  private double dayTotal(Home home, String point, Instant start) throws SQLException {
    return number(
        "SELECT COALESCE(MAX(sum), -1) FROM v_point_readings_agg_daily WHERE system_id = %d AND point_key = '%s' AND day_start = %d"
            .formatted(home.systemId(), point, start.getEpochSecond()));
  }

  private double systemsPolledSince(Instant time) throws SQLException {
    return number(
        "SELECT COUNT(DISTINCT system_id) FROM sessions WHERE successful AND cause = 'CRON' AND num_rows > 0 AND started >= "
            + time.getEpochSecond());
  }

  private double number(String sql) throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).as(sql).isTrue();
      return result.getDouble(1);
    }
  }
}
