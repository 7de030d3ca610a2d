package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vendor of intervals, from set-up to rows: prices, forecasts, and usage that is revised. */
@SharedProduct
class AmberIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final ZoneOffset MARKET = ZoneOffset.ofHours(10);
  private static final int ESTIMATED = 2;
  private static final int BILLABLE = 4;

  private final Product product;
  private final ApiClient admin;
  private final ApiClient vendor;

  AmberIT(Product product) {
    this.product = product;
    admin = product.admin();
    vendor = product.simulatorControl();
  }

  @BeforeEach
  @AfterEach
  void calm() {
    ok(vendor.method("DELETE", "amber/spikes"));
    ok(vendor.put("amber/usage", "{}"));
  }

  @Test
  void pricesAreKeptAndEstimatedUsageBecomesBillable() throws SQLException {
    Instant now = Instant.now();
    ok(
        vendor.post(
            "amber/spikes",
            "{\"from\":\"%s\",\"minutes\":300,\"centsPerKwh\":1500}"
                .formatted(now.minus(Duration.ofHours(2)))));
    ok(vendor.put("amber/usage", "{\"hoursAhead\":10}"));
    String site =
        ok(vendor.post("amber/sites", "{\"key\":\"psk_it_amber\",\"firstNumber\":4711}"))
            .getJsonArray("sites")
            .getString(0);

    Answer added =
        admin.post(
            "api/setup",
            """
            {"vendorType":"amber","displayName":"Retailer","displayTimezone":"Australia/Melbourne",
             "credentials":{"apiKey":"psk_it_amber"}}""");

    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.body()).doesNotContain("psk_it_amber");
    int system = added.json().getInt("systemId");
    Instant midnight = LocalDate.ofInstant(now, MARKET).atStartOfDay().toInstant(MARKET);
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(qualities(system, midnight)).isEqualTo(Map.of(ESTIMATED, 48)));
    String settled = "MAX(IF(r.interval_end <= %d, r.avg, 0))".formatted(now.getEpochSecond());
    assertThat(number(system, "grid_spot_price", settled)).isEqualTo(1500);
    assertThat(number(system, "grid_import_price", "MAX(r.interval_end)"))
        .as("forecasts are no history")
        .isLessThan((double) Instant.now().plus(Duration.ofMinutes(31)).getEpochSecond());
    assertThat(admin.get("api/data/forecasts?systemId=" + system).json().getJsonObject("data"))
        .containsKeys("grid_import_price", "grid_export_price", "grid_renewables");
    assertAlsoOfAComposite(system);
    assertThat(admin.get("api/data/latest?systemId=" + system).json().getJsonObject("data"))
        .containsKeys("grid_import_price", "grid_export_price", "price_spike");

    ok(vendor.put("amber/usage", "{\"hoursAhead\":58}"));
    forgetWhatWasAskedFor(system);

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(qualities(system, midnight)).isEqualTo(Map.of(BILLABLE, 48)));
    assertThat(energy(system, midnight)).isCloseTo(truth(site, midnight), within(0.001));
  }

  /** Rows of metered import of the market day that ends there, by quality. */
  private Map<Integer, Integer> qualities(int system, Instant dayEnd) throws SQLException {
    Map<Integer, Integer> counts = new TreeMap<>();
    try (Connection connection = product.sql();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT r.quality, COUNT(*) FROM point_readings_agg_5m r JOIN point_info p"
                    + " USING (point_id) WHERE p.system_id = ?"
                    + " AND p.point_key = 'grid_import_interval_kwh'"
                    + " AND r.interval_end > ? AND r.interval_end <= ? GROUP BY r.quality")) {
      query.setInt(1, system);
      query.setLong(2, dayEnd.minus(Duration.ofDays(1)).getEpochSecond());
      query.setLong(3, dayEnd.getEpochSecond());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          counts.put(rows.getInt(1), rows.getInt(2));
        }
      }
    }
    return counts;
  }

  private double energy(int system, Instant dayEnd) throws SQLException {
    return number(
        system,
        "grid_import_interval_kwh",
        "SUM(IF(r.interval_end > %d AND r.interval_end <= %d, r.sum, 0))"
            .formatted(dayEnd.minus(Duration.ofDays(1)).getEpochSecond(), dayEnd.getEpochSecond()));
  }

  private double number(int system, String point, String aggregate) throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT "
                    + aggregate
                    + " FROM point_readings_agg_5m r JOIN point_info p USING (point_id)"
                    + " WHERE p.system_id = ? AND p.point_key = ?")) {
      query.setInt(1, system);
      query.setString(2, point);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getDouble(1);
      }
    }
  }

  private double truth(String site, Instant dayEnd) {
    return ok(vendor.get(
            "truth/amber/%s?from=%s&to=%s"
                .formatted(site, dayEnd.minus(Duration.ofDays(1)), dayEnd)))
        .getJsonObject("energyKwh")
        .getJsonNumber("gridImport")
        .doubleValue();
  }

  /** Prices come from the retailer, and percentages are the mean of what members tell. */
  private void assertAlsoOfAComposite(int system) {
    String slug = "tariff-" + system;
    admin.post(
        "api/composite",
        "{\"name\":\"Tariff\",\"slug\":\"%s\",\"systemIds\":[%d,%d]}"
            .formatted(slug, system, Site.of(admin).systemId()));
    JsonObject own = admin.get("api/data/latest?systemId=" + system).json().getJsonObject("data");
    JsonObject all = admin.get("api/data/latest?composite=" + slug).json().getJsonObject("data");
    assertThat(all.getJsonObject("grid_renewables").getJsonNumber("value"))
        .isEqualTo(own.getJsonObject("grid_renewables").getJsonNumber("value"));
    assertThat(all.getJsonObject("grid_renewables").getString("unit")).isEqualTo("%");
    assertPricesOverTime(system, slug);
  }

  private void assertPricesOverTime(int system, String slug) {
    String query = "pointKeys=grid_import_price&aggregation=30m&range=6H&systemIds=";
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertSamePrices(prices(query + system), prices(query + slug)));
    JsonArray expected = forecasts("systemId=" + system);
    int composite = ok(admin.get("api/composite/" + slug)).getJsonObject("composite").getInt("id");
    assertThat(expected).isNotEmpty();
    assertThat(forecasts("compositeId=" + composite)).isEqualTo(expected);
  }

  private static void assertSamePrices(Map<Integer, Double> told, Map<Integer, Double> ofAll) {
    // Only the composite's answer begins with the whole half hour in which the range begins.
    ofAll.keySet().retainAll(told.keySet());
    // And it tells the present one from its first five minutes on.
    long begun = Instant.now().getEpochSecond() - 300;
    told.keySet().removeIf(end -> end - 1_800 > begun && !ofAll.containsKey(end));
    assertThat(ofAll).hasSameSizeAs(told).hasSizeGreaterThanOrEqualTo(halfHoursOfToday(4));
    ofAll.forEach((end, price) -> assertThat(told.get(end)).isCloseTo(price, within(1e-6)));
  }

  /** That are over, of the market's day: a new system has no earlier prices. */
  private static int halfHoursOfToday(int most) {
    int minutes = LocalTime.ofInstant(Instant.now(), MARKET).toSecondOfDay() / 60;
    return Math.min(most, minutes / 30);
  }

  /** By the end of the half hour. */
  private Map<Integer, Double> prices(String query) {
    return ok(admin.get("api/data/historical?" + query)).getJsonArray("data").stream()
        .map(JsonValue::asJsonObject)
        .collect(
            Collectors.toMap(
                row -> row.getInt("timestamp"),
                row -> row.getJsonNumber("grid_import_price").doubleValue()));
  }

  private JsonArray forecasts(String subject) {
    return ok(admin.get("api/data/forecasts?points=grid_import_price&" + subject))
        .getJsonObject("data")
        .getJsonObject("grid_import_price")
        .getJsonArray("forecasts");
  }

  /** As if it had never been polled and were due: nobody wants to wait for the hour. */
  private void forgetWhatWasAskedFor(int system) throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE poll_schedule SET memory = NULL, next_due_at = UTC_TIMESTAMP(3)"
                    + " WHERE system_id = ?")) {
      update.setInt(1, system);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static JsonObject ok(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
