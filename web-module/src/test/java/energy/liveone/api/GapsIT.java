package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a device did not deliver is told, and what it delivers late is no longer missing. */
@SharedProduct
class GapsIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final ApiClient admin;
  private final ApiClient device;

  /** A whole minute of the last hour. */
  private final Instant start =
      Instant.ofEpochSecond(Instant.now().getEpochSecond() / 60 * 60).minusSeconds(1_800);

  private Site site;

  GapsIT(Product product) {
    admin = product.admin();
    device = product.api();
  }

  @BeforeEach
  void setUp() {
    site = Site.of(admin);
  }

  @Test
  void spoolThatArrivesLateClosesTheGapThatItLeft() {
    pushMinute(0);
    pushMinute(10);
    await().atMost(LIMIT).until(() -> gaps("").size() == 1);
    JsonObject gap = gaps("").get(0);
    assertThat(gap.getString("pointKey")).isEqualTo("solar_w");
    assertThat(Instant.parse(gap.getString("from"))).isEqualTo(start);
    assertThat(Instant.parse(gap.getString("to"))).isEqualTo(start.plusSeconds(540));
    await()
        .atMost(LIMIT)
        .until(() -> only(g -> g.getString("reason").equals("DEVICE_MAY_DELIVER")));

    pushMinute(9);
    pushMinute(8);
    await()
        .atMost(LIMIT)
        .until(
            () -> gaps("?state=open").get(0).getString("to").equals("" + start.plusSeconds(420)));
    for (int minute = 7; minute > 0; minute--) {
      pushMinute(minute);
    }

    await().atMost(LIMIT).until(() -> only(g -> g.getString("state").equals("filled")));
    assertThat(gaps("")).hasSize(1);
    assertThat(Instant.parse(gaps("").get(0).getString("from"))).isEqualTo(start);
    assertThat(Instant.parse(gaps("").get(0).getString("to"))).isEqualTo(start.plusSeconds(540));
  }

  @Test
  void silenceOfPausedSystemIsNoGapAndAnOutageThatLastsIsToldAtOnce() {
    pushMinute(0);
    assertThat(gaps("?state=open"))
        .singleElement()
        .satisfies(
            outage -> {
              assertThat(outage.getString("reason")).isEqualTo("NOT_REPORTING");
              assertThat(outage.isNull("to")).isTrue();
              assertThat(outage.isNull("pointKey")).isTrue();
            });

    status("paused");

    assertThat(gaps("")).isEmpty();
    status("active");
  }

  @Test
  void whatCannotBeFetchedIsRefusedWithACode() {
    String path = "api/admin/systems/" + site.systemId() + "/backfill";

    Errors.assertError(
        admin.post(path, "{\"from\":\"2026-01-01\",\"to\":\"2026-01-02\"}"), 400, "NO_HISTORY");
    Errors.assertError(
        admin.post(path, "{\"from\":\"2026-01-02\",\"to\":\"2026-01-01\"}"), 400, "INVALID_FIELD");
    Errors.assertError(
        admin.post(path, "{\"from\":\"yesterday\",\"to\":\"2026-01-01\"}"), 400, "INVALID_FIELD");
    Errors.assertError(admin.post(path, "{\"from\":\"2026-01-01\"}"), 400, "MISSING_FIELD");
    Errors.assertError(admin.get(path), 404, "NOT_FOUND");
    Errors.assertError(
        admin.get("api/admin/systems/" + site.systemId() + "/gaps?state=lost"),
        400,
        "INVALID_FIELD");
  }

  private void pushMinute(int minute) {
    String body =
        "{\"siteId\":\"%s\",\"apiKey\":\"%s\",\"timestamp\":\"%s\",\"sequence\":\"gap/%d\",\"solarW\":%d}"
            .formatted(
                site.siteId(), site.key(), start.plusSeconds(60L * minute), minute, 100 + minute);
    assertThat(device.post("api/push/fronius", body).status()).isEqualTo(200);
  }

  private void status(String status) {
    String path = "api/admin/systems/" + site.systemId() + "/settings";
    assertThat(admin.post(path, "{\"status\":\"" + status + "\"}").status()).isEqualTo(200);
  }

  private boolean only(Predicate<JsonObject> condition) {
    List<JsonObject> gaps = gaps("");
    return gaps.size() == 1 && condition.test(gaps.get(0));
  }

  /** The gaps of points; the outage that lasts is left out unless it is all there is. */
  private List<JsonObject> gaps(String query) {
    List<JsonObject> all =
        admin
            .get("api/admin/systems/" + site.systemId() + "/gaps" + query)
            .json()
            .getJsonArray("data")
            .getValuesAs(JsonObject.class);
    List<JsonObject> ofPoints = all.stream().filter(gap -> !gap.isNull("pointKey")).toList();
    return ofPoints.isEmpty() ? all : ofPoints;
  }
}
