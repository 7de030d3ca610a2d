package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was collected comes out in the shapes of the original. */
@SharedProduct
class DataIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

  private final Product product;
  private final ApiClient admin;

  /** The 5-minute grid two hours ago. */
  private final long start = Instant.now().getEpochSecond() / 300 * 300 - 7_200;

  private Site site;

  DataIT(Product product) {
    this.product = product;
    admin = product.admin();
  }

  @BeforeEach
  void setUp() {
    site = Site.of(admin);
  }

  @Test
  void systemsAreListedWithTheirLamp() {
    site.importSeries(admin, "solar_w", start + 7_000, 60, 100);

    JsonObject line =
        admin.get("api/data/systems").json().getJsonArray("data").stream()
            .map(system -> system.asJsonObject())
            .filter(system -> system.getInt("id") == site.systemId())
            .findFirst()
            .orElseThrow();

    assertThat(line.keySet())
        .contains(
            "id",
            "vendorType",
            "vendorSiteId",
            "displayName",
            "alias",
            "status",
            "isDefault",
            "displayTimezone",
            "health",
            "lastUpdate");
    assertThat(line.getString("health")).isIn("green", "yellow");
    assertThat(line.getJsonNumber("lastUpdate").longValue()).isEqualTo(start + 7_000);
  }

  @Test
  void latestHasValueTimeAndUnit() {
    site.importSeries(admin, "solar_w", start, 60, 100, 250.5);

    Answer answer = admin.get("api/data/latest?systemId=" + site.systemId());

    JsonObject data = answer.json().getJsonObject("data");
    assertThat(data.keySet()).containsExactly("solar_w");
    assertThat(data.getJsonObject("solar_w").toString())
        .contains("\"value\":250.5", "\"timestamp\":" + (start + 60), "\"unit\":\"W\"");
    assertThat(answer.json().containsKey("metadata")).isFalse();
  }

  @Test
  void latestOfSeveralSystemsIsPrefixed() {
    Site other = Site.of(admin);
    site.importSeries(admin, "solar_w", start, 60, 100);
    other.importSeries(admin, "solar_w", start, 60, 200);

    JsonObject json =
        admin
            .get(
                "api/data/latest?includeMetadata=true&composite="
                    + site.systemId()
                    + ","
                    + other.systemId())
            .json();

    assertThat(json.getJsonObject("data").keySet())
        .containsExactly(site.systemId() + ".solar_w", other.systemId() + ".solar_w");
    assertThat(json.getJsonObject("metadata").getJsonArray("systems")).hasSize(2);
  }

  @Test
  void nothingNewIsNotSentAgain() {
    site.importSeries(admin, "solar_w", start, 60, 100);
    String path = "api/data/latest?systemId=" + site.systemId();
    String tag = admin.get(path).headers().get("ETag");

    assertThat(admin.withHeader("If-None-Match", tag).get(path).status()).isEqualTo(304);

    site.importSeries(admin, "solar_w", start + 60, 60, 101);
    assertThat(admin.withHeader("If-None-Match", tag).get(path).status()).isEqualTo(200);
  }

  @Test
  void rawReadingsShareRowsByTimeAndGapsAreMissingKeys() {
    site.importSeries(admin, "solar_w", start, 60, 100, 200, 300);
    site.importSeries(admin, "load_w", start + 60, 120, 50);

    JsonObject json = historical("solar_w,load_w", "&range=6H").json();

    assertThat(json.getJsonArray("data").toString())
        .isEqualTo(
            "[{\"timestamp\":%d,\"solar_w\":100},{\"timestamp\":%d,\"solar_w\":200,\"load_w\":50},{\"timestamp\":%d,\"solar_w\":300}]"
                .formatted(start, start + 60, start + 120));
    JsonObject metadata = json.getJsonObject("metadata");
    assertThat(metadata.getString("range")).isEqualTo("6H");
    assertThat(metadata.getString("aggregation")).isEqualTo("raw");
    assertThat(metadata.getInt("pointCount")).isEqualTo(3);
  }

  @Test
  void fiveMinutesHaveTheValueOfTheirClassAndTheFieldsAskedFor() {
    site.importSeries(admin, "solar_w", start + 60, 60, 100, 200, 300, 400, 500);
    site.importSeries(admin, "solar_interval_kwh", start + 60, 60, 0.5, 0.25);

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              JsonArray rows =
                  historical("solar_w,solar_interval_kwh", "&range=24H&fields=min,max,count")
                      .json()
                      .getJsonArray("data");
              assertThat(rows).hasSize(1);
              JsonObject row = rows.getJsonObject(0);
              assertThat(row.getJsonNumber("timestamp").longValue()).isEqualTo(start + 300);
              assertThat(row.getJsonNumber("solar_w").doubleValue()).isBetween(250.0, 350.0);
              assertThat(row.getInt("solar_w_min")).isEqualTo(100);
              assertThat(row.getInt("solar_w_max")).isEqualTo(500);
              assertThat(row.getInt("solar_w_count")).isEqualTo(5);
              assertThat(row.getJsonNumber("solar_interval_kwh").doubleValue()).isEqualTo(0.75);
            });
  }

  @Test
  void todayIsAmongTheDaysBeforeItIsOver() {
    site.importSeries(admin, "solar_interval_kwh", start + 60, 60, 0.5, 0.25);
    LocalDate day = Instant.ofEpochSecond(start + 299).atZone(MELBOURNE).toLocalDate();

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(
                        historical("solar_interval_kwh", "&range=7D")
                            .json()
                            .getJsonArray("data")
                            .toString())
                    .isEqualTo(
                        "[{\"timestamp\":%d,\"day\":\"%s\",\"solar_interval_kwh\":0.75}]"
                            .formatted(day.atStartOfDay(MELBOURNE).toEpochSecond(), day)));
  }

  @Test
  void halfHoursAndHoursAreCombined() {
    site.importSeries(admin, "solar_interval_kwh", start + 60, 300, 1, 1, 1, 1, 1, 1);

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              for (String aggregation : new String[] {"30m", "1h"}) {
                double total =
                    historical("solar_interval_kwh", "&range=24H&aggregation=" + aggregation)
                        .json()
                        .getJsonArray("data")
                        .stream()
                        .mapToDouble(
                            row ->
                                row.asJsonObject()
                                    .getJsonNumber("solar_interval_kwh")
                                    .doubleValue())
                        .sum();
                assertThat(total).isEqualTo(6);
              }
            });
  }

  @Test
  void whatIsToldAsIntervalsStandsAtTheirEndsAndGivesWayToBetterValues() throws SQLException {
    String point = "solar_interval_kwh";
    site.tellAsIntervals(product, point);
    assertThat(
            site.importHalfHours(admin, point, "estimated", start + 1_800, 0.5, 0.25)
                .json()
                .getInt("stored"))
        .isEqualTo(2);
    JsonObject better = site.importHalfHours(admin, point, "billable", start + 3_600, 0.75).json();
    JsonObject worse = site.importHalfHours(admin, point, "actual", start + 3_600, 0.1).json();

    assertThat(better.getInt("stored")).isEqualTo(1);
    assertThat(worse.getInt("duplicates")).isEqualTo(1);
    assertThat(
            historical(point, "&range=24H&fields=flags,quality,durationS")
                .json()
                .getJsonArray("data")
                .toString())
        .isEqualTo(
            ("[{\"timestamp\":%1$d,\"%3$s\":0.5,\"%3$s_flags\":1,\"%3$s_quality\":2,\"%3$s_durationS\":1800},"
                    + "{\"timestamp\":%2$d,\"%3$s\":0.75,\"%3$s_flags\":8,\"%3$s_quality\":4,\"%3$s_durationS\":1800}]")
                .formatted(start + 1_800, start + 3_600, point));
    assertThat(historical(point, "&range=6H").json().getJsonArray("data")).hasSize(2);
    assertThat(
            historical(point, "&range=7D").json().getJsonArray("data").stream()
                .mapToDouble(row -> row.asJsonObject().getJsonNumber(point).doubleValue())
                .sum())
        .isEqualTo(1.25);
    assertThat(admin.get("api/data/latest?systemId=" + site.systemId()).body())
        .contains("\"value\":0.75", "\"timestamp\":" + (start + 3_600));
    Errors.assertNames(historical(point, "&range=7D&fields=quality"), "INVALID_FIELD", "fields");
  }

  @Test
  void forecastsAreReadByTheirOwnRouteOnly() throws SQLException {
    long end = start + 7_200 + 3_600;
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO forecasts SELECT point_id, %d, 1800, 164.2, 60.1, NULL, '2026-11-23 02:35:31.204'"
                  .formatted(end)
              + " FROM point_info WHERE point_key = 'solar_w' AND system_id = "
              + site.systemId());
    }
    String route = "api/data/forecasts?systemId=" + site.systemId();
    String forecast =
        "{\"end\":\"%s\",\"issuedAt\":\"2026-11-23T13:35:31.204+11:00\",\"low\":60.1,\"minutes\":30,\"value\":164.2}"
            .formatted(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    Instant.ofEpochSecond(end).atZone(MELBOURNE).toOffsetDateTime()));

    JsonObject data = admin.get(route).json().getJsonObject("data");

    assertThat(data.keySet()).containsExactly("solar_w");
    assertThat(data.getJsonObject("solar_w").getString("unit")).isEqualTo("W");
    assertThat(data.getJsonObject("solar_w").getJsonArray("forecasts").toString())
        .isEqualTo("[" + forecast + "]");
    assertThat(admin.get(route + "&points=load_w").json().getJsonObject("data").toString())
        .contains("\"forecasts\":[]");
    Errors.assertNames(admin.get(route + "&points=no_such"), "INVALID_FIELD", "points");
    assertThat(
            admin.get("api/data/latest?systemId=" + site.systemId()).json().getJsonObject("data"))
        .isEmpty();
    String around = "&from=%d&to=%d".formatted(start, end + 1_800);
    for (String aggregation : new String[] {"raw", "5m", "30m", "1h", "daily"}) {
      assertThat(
              historical("solar_w", around + "&aggregation=" + aggregation)
                  .json()
                  .getJsonArray("data"))
          .as(aggregation)
          .isEmpty();
    }
  }

  @Test
  void answersAreCompressedForThoseWhoAskAndTaggedByContent() {
    site.importSeries(admin, "solar_w", start, 60, 100);
    String query =
        "api/data/historical?systemIds=%d&pointKeys=solar_w&from=%d&to=%d"
            .formatted(site.systemId(), start - 60, start + 60);

    Answer compressed = admin.withHeader("Accept-Encoding", "gzip").get(query);
    assertThat(compressed.headers().get("Content-Encoding")).isEqualTo("gzip");

    Answer plain = admin.get(query);
    assertThat(plain.headers()).doesNotContainKey("Content-Encoding");
    String tag = plain.headers().get("ETag");
    assertThat(tag).startsWith("W/");
    assertThat(admin.withHeader("If-None-Match", tag).get(query).status()).isEqualTo(304);
  }

  @Test
  void thinnedRowsKeepThePeak() {
    double[] watts = new double[110];
    Arrays.fill(watts, 100);
    watts[61] = 4_321;
    site.importSeries(admin, "solar_w", start, 60, watts);

    JsonObject answer = historical("solar_w", "&range=6H&aggregation=raw&maxRows=20").json();

    JsonArray rows = answer.getJsonArray("data");
    assertThat(rows).hasSizeBetween(3, 20);
    assertThat(rows.toString()).contains("4321");
    assertThat(answer.getJsonObject("metadata").getInt("bucketS")).isPositive();
    Errors.assertNames(historical("solar_w", "&range=1H&maxRows=1"), "INVALID_FIELD", "maxRows");
  }

  @ParameterizedTest
  @CsvSource({
    "systemIds=1&pointKeys=solar_w, 400, MISSING_FIELD",
    "systemIds=1&pointKeys=solar_w&range=2H, 400, INVALID_FIELD",
    "systemIds=1&pointKeys=solar_w&from=x, 400, INVALID_FIELD",
    "systemIds=1&pointKeys=solar_w&from=1700000000000, 400, INVALID_FIELD",
    "systemIds=99999999&pointKeys=solar_w&range=1H, 404, NOT_FOUND",
    "systemIds=no-composite&pointKeys=solar_w&range=1H, 404, NOT_FOUND",
    "systemIds=%27%20OR%201=1--&pointKeys=solar_w&range=1H, 404, NOT_FOUND",
    "systemIds=1&pointKeys=%00&range=1H, 400, INVALID_FIELD",
  })
  void badQueriesAreTheCallersFault(String query, int status, String code) {
    Errors.assertError(admin.get("api/data/historical?" + query), status, code);
  }

  @ParameterizedTest
  @CsvSource({
    "systemId=x, 404, NOT_FOUND",
    "systemId=99999999, 404, NOT_FOUND",
    "systemId=1&composite=2, 400, INVALID_FIELD",
    "composite=nothing-like-it, 404, NOT_FOUND",
  })
  void badLatestQueriesAreTheCallersFault(String query, int status, String code) {
    Errors.assertError(admin.get("api/data/latest?" + query), status, code);
  }

  @Test
  void unknownPointsAreNamed() {
    Errors.assertNames(historical("no_such", "&range=1H"), "INVALID_FIELD", "pointKeys");
    Errors.assertNames(
        admin.get("api/data/latest?includeMetadata=maybe&systemId=" + site.systemId()),
        "INVALID_FIELD",
        "includeMetadata");
  }

  private Answer historical(String points, String more) {
    return admin.get(
        "api/data/historical?systemIds=" + site.systemId() + "&pointKeys=" + points + more);
  }
}
