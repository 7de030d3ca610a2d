package energy.liveone.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The server is off for 24 hours and comes back: fifty systems of the vendors that keep a history
 * heal without help. Server and vendors live in the past at first and then jump together, so the
 * outage takes no time. It begins and ends in the forenoon, at whatever hour the test runs. The
 * vendors keep their limits as by contract.
 */
@Disabled("Not seen to pass yet")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {
  private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");
  private static final LocalTime FORENOON = LocalTime.of(10, 30);
  private static final Duration OUTAGE = Duration.ofHours(24);

  /** Less than what must be enough: clocks run at their usual pace. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Whole watt-hours of each interval are cut from counters, so that a day lacks one at most. */
  private static final double WATT_HOUR = 0.001_01;

  /** Amber rounds each half hour by itself, to the watt-hour. */
  private static final double OF_HALF_HOURS = 48 * 0.000_5;

  private Duration before;
  private Duration after;
  private Product product;
  private VendorControl vendors;
  private final List<Home> homes = new ArrayList<>();

  /**
   * A system and the truth about it.
   *
   * @param truth our points by the truth's names for their energies
   * @param rounding by which the vendor's own day may differ from the truth, in kWh
   */
  private record Home(
      int systemId, String vendor, String site, Map<String, String> truth, double rounding) {}

  @BeforeAll
  void startInThePast() {
    Instant now = Instant.now();
    ZonedDateTime back = now.minus(Duration.ofHours(1)).atZone(ZONE).with(FORENOON);
    if (back.toInstant().isAfter(now.minus(Duration.ofHours(1)))) {
      back = back.minusDays(1);
    }
    after = Duration.between(now, back);
    before = after.minus(OUTAGE);
    product =
        Product.start(
            Map.of(
                "LIVEONE_CLOCK_OFFSET", before.toString(),
                "LIVEONE_GAPS_SCAN_PERIOD", "PT5S",
                "LIVEONE_GAPS_FIRST_DAYS", "0"));
    vendors = new VendorControl(product.simulator());
    vendors.liveAt(before);
    // Usage may be had as soon as its day is over.
    vendors.put("/amber/usage", Map.of("hoursAhead", 58));
    ApiClient admin = product.admin();
    solarEdge(admin, 30);
    amber(admin, 20);
  }

  @AfterAll
  void stop() {
    product.close();
  }

  private void solarEdge(ApiClient admin, int count) {
    vendors
        .post("/solaredge/fleet", Map.of("count", count, "accounts", count))
        .getJsonArray("sites")
        .getValuesAs(JsonObject.class)
        .forEach(
            site ->
                homes.add(
                    setUp(
                        admin,
                        "solaredge",
                        site.getString("siteId"),
                        Map.of(
                            "apiKey", site.getString("apiKey"), "siteId", site.getString("siteId")),
                        Map.of(
                            "solar", "solar_interval_kwh",
                            "load", "load_interval_kwh",
                            "gridImport", "grid_import_interval_kwh",
                            "gridExport", "grid_export_interval_kwh"),
                        WATT_HOUR)));
  }

  private void amber(ApiClient admin, int count) {
    List<JsonString> sites =
        vendors
            .post("/amber/sites", Map.of("count", count, "firstNumber", 1, "intervalMinutes", 30))
            .getJsonArray("sites")
            .getValuesAs(JsonString.class);
    for (int i = 0; i < count; i++) {
      homes.add(
          setUp(
              admin,
              "amber",
              sites.get(i).getString(),
              Map.of("apiKey", "psk_fleet_" + (i + 1)),
              Map.of(
                  "gridImport", "grid_import_interval_kwh",
                  "gridExport", "grid_export_interval_kwh"),
              OF_HALF_HOURS));
    }
  }

  private static Home setUp(
      ApiClient admin,
      String vendor,
      String site,
      Map<String, String> credentials,
      Map<String, String> truth,
      double rounding) {
    Answer answer =
        admin.post(
            "api/setup",
            Json.createObjectBuilder()
                .add("vendorType", vendor)
                .add("displayName", vendor + " " + site)
                .add("displayTimezone", ZONE.getId())
                .add("credentials", Json.createObjectBuilder(credentials))
                .build()
                .toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return new Home(answer.json().getInt("systemId"), vendor, site, truth, rounding);
  }

  @Test
  void dayLongOutageHealsWithoutHelp() throws SQLException {
    await().atMost(LIMIT).until(() -> systemsPolledSince(Instant.EPOCH) == homes.size());
    product.server().stop();
    Instant off = Instant.now().plus(before);
    vendors.liveAt(after);
    product.configure("LIVEONE_CLOCK_OFFSET", after.toString());
    product.startServer();
    Instant on = Instant.now().plus(after);

    await().atMost(LIMIT).until(() -> systemsPolledSince(on.minusSeconds(60)) == homes.size());
    await()
        .atMost(LIMIT)
        .until(() -> systemsWithGap("filled", off, on) == homes.size() && unsettled() == 0);

    assertThat(
            number(
                "SELECT COUNT(*) FROM gaps WHERE state = 'permanent' AND reason <> 'NO_HISTORY'"))
        .isZero();
    assertThat(number("SELECT COUNT(*) FROM sessions WHERE error_code = 'RATE_LIMITED'")).isZero();
    assertThat(vendors.failures("solaredge") + vendors.failures("amber")).isZero();
    assertThat(number("SELECT COUNT(*) FROM sessions WHERE cause = 'BACKFILL' AND successful"))
        .isGreaterThanOrEqualTo(homes.size());
    assertTotalsAreTheTruth(on);
  }

  /** Of the whole day in which the outage began, and of the one that still runs. */
  private void assertTotalsAreTheTruth(Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    Instant midnight = today.atStartOfDay(ZONE).toInstant();
    Instant dayBefore = today.minusDays(1).atStartOfDay(ZONE).toInstant();
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

  /** Every interval point, prices included, has the whole day. */
  private void assertNoSecondIsMissing(Home home, Instant from, Instant to) throws SQLException {
    assertThat(
            number(
                "SELECT MIN(covered_s) FROM point_readings_agg_daily d"
                    + " JOIN point_info p ON p.point_id = d.point_id WHERE p.system_id = %d"
                        .formatted(home.systemId())
                    + " AND p.source = 'intervals' AND d.day_start = "
                    + from.getEpochSecond()))
        .as(home.toString())
        .isEqualTo((double) Duration.between(from, to).toSeconds());
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

  private double systemsWithGap(String state, Instant from, Instant to) throws SQLException {
    return number(
        "SELECT COUNT(DISTINCT system_id) FROM gaps WHERE state = '%s' AND from_t < %d AND to_t > %d"
            .formatted(state, to.getEpochSecond() - 3_600, from.getEpochSecond() + 3_600));
  }

  private double unsettled() throws SQLException {
    return number("SELECT COUNT(*) FROM gaps WHERE state IN ('open', 'filling')");
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
