package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A site of an account's key comes in, with samples, quarter hours and telemetry in its time. */
@SharedProduct
class SolarEdgeIT {
  private static final String KEY = "DEMO0SOLAREDGE0KEY";
  private static final int QUARTER = 900;

  private final Product product;
  private final ApiClient admin;

  SolarEdgeIT(Product product) {
    this.product = product;
    admin = product.admin();
  }

  /** The owner lives elsewhere; the site's local times are still those of Melbourne. */
  private static String setup(String site) {
    return """
        {"vendorType":"solaredge","displayName":"SolarEdge %s","displayTimezone":"Europe/Berlin",
         "credentials":{"apiKey":"%s","siteId":"%s"}}"""
        .formatted(site, KEY, site);
  }

  @Test
  void siteOfAnAccountIsFoundAndCollected() throws Exception {
    Answer found = admin.post("api/test-connection", setup(""));
    assertThat(found.status()).as(found.body()).isEqualTo(200);
    assertThat(found.body()).contains("1482210", "1482211").doesNotContain(KEY);
    Errors.assertNames(admin.post("api/setup", setup("")), "INVALID_FIELD", "credentials");

    Answer added = admin.post("api/setup", setup("1482210"));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    int id = added.json().getInt("systemId");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(admin.get("api/data/latest?systemId=" + id).body())
                    .contains("solar_w", "load_w", "grid_w", "battery_w", "battery_soc")
                    .contains("solar_kwh", "battery_charge_kwh", "battery_temp_c"));
    assertQuarterHoursAreTheSimulators(id, "solar_interval_kwh");
    assertQuarterHoursAreTheSimulators(id, "load_interval_kwh");
    assertQuarterHoursAreTheSimulators(id, "grid_import_interval_kwh");
    assertTheChartKnowsThem(id);
    assertThat(rawTimesOff(id, "battery_charge_kwh")).hasSizeGreaterThan(200);
    assertThat(admin.get("api/admin/sessions?systemId=" + id).body()).doesNotContain(KEY);
  }

  private void assertQuarterHoursAreTheSimulators(int system, String point) throws Exception {
    long until = Instant.now().minus(Duration.ofMinutes(30)).getEpochSecond() / QUARTER * QUARTER;
    long from = until - 20 * QUARTER;
    Map<Long, Double> told = told(point, from, until);
    Map<Long, Double> stored = stored(system, point, from, until);

    assertThat(stored).hasSameSizeAs(told).hasSize(20);
    told.forEach((end, kwh) -> assertThat(stored.get(end)).isCloseTo(kwh, within(1e-9)));
  }

  /** Of the time before the first poll there is no power, but there are energies. */
  private void assertTheChartKnowsThem(int system) throws Exception {
    long until = Instant.now().minus(Duration.ofHours(2)).getEpochSecond() / QUARTER * QUARTER;
    double kwh =
        told("load_interval_kwh", until - QUARTER, until).values().stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    String query =
        "api/data/historical?systemIds=%d&pointKeys=load_w&aggregation=5m&from=%d&to=%d"
            .formatted(system, until - QUARTER, until);

    assertThat(admin.get(query).json().getJsonArray("data")).isEmpty();
    assertThat(
            admin
                .get(query + "&evidence=best")
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class))
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row.getJsonNumber("load_w").doubleValue())
                    .isCloseTo(kwh * 4_000, within(1e-3)));
    Errors.assertNames(admin.get(query + "&evidence=all"), "INVALID_FIELD", "evidence");
    Errors.assertNames(
        admin.get(query.replace("load_w", "load_interval_kwh") + "&evidence=best"),
        "INVALID_FIELD",
        "pointKeys");
  }

  private Map<Long, Double> told(String point, long from, long until) throws IOException {
    String path =
        "/control/history/solaredge/1482210?stepSeconds=%d&from=%d&to=%d"
            .formatted(QUARTER, from, until);
    try (InputStream in = URI.create(product.simulator() + path).toURL().openStream();
        var reader = Json.createReader(in)) {
      Map<Long, Double> told = new TreeMap<>();
      reader
          .readObject()
          .getJsonArray("readings")
          .getValuesAs(JsonObject.class)
          .forEach(
              reading -> {
                if (reading.getString("pointKey").equals(point)) {
                  told.put(
                      reading.getJsonNumber("timestamp").longValue(),
                      reading.getJsonNumber("value").doubleValue());
                }
              });
      return told;
    }
  }

  private Map<Long, Double> stored(int system, String point, long from, long until)
      throws SQLException {
    return query(
        "SELECT interval_end, sum FROM v_point_readings_agg_5m"
            + " WHERE system_id = ? AND point_key = ? AND interval_end > ? AND interval_end <= ?",
        system,
        point,
        from,
        until);
  }

  /** Raw readings of the last day that are not on the 5-minute grid, as telemetry is not. */
  private Map<Long, Double> rawTimesOff(int system, String point) throws SQLException {
    long now = Instant.now().getEpochSecond();
    return query(
        "SELECT inverter_time, value FROM v_point_readings"
            + " WHERE system_id = ? AND point_key = ? AND inverter_time > ?"
            + " AND inverter_time <= ? AND inverter_time MOD 300 <> 0",
        system,
        point,
        now - 90_000,
        now);
  }

  private Map<Long, Double> query(String sql, Object... parameters) throws SQLException {
    try (Connection connection = product.sql();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      Map<Long, Double> rows = new TreeMap<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.put(result.getLong(1), result.getDouble(2));
        }
      }
      return rows;
    }
  }
}
