package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.RunningProduct;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was collected comes out in the shapes of the original. */
@ExtendWith(RunningProduct.class)
class DataIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

  private final ApiClient admin;

  /** The 5-minute grid two hours ago. */
  private final long start = Instant.now().getEpochSecond() / 300 * 300 - 7_200;

  private Site site;

  DataIT(Product product) {
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
