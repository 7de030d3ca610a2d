package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Administration of systems, points, sessions and users. */
@SharedProduct
class AdminIT {
  private final ApiClient admin;
  private final ApiClient device;
  private Site site;
  private String system;

  AdminIT(Product product) {
    admin = product.admin();
    device = product.api();
  }

  @BeforeEach
  void setUp() {
    site = Site.of(admin);
    system = "api/admin/systems/" + site.systemId();
  }

  @Test
  void settingsChangeWhatTheBodyNames() {
    Answer answer =
        admin.post(
            system + "/settings",
            "{\"displayName\":\"Updated Name\",\"displayTimezone\":\"Australia/Lord_Howe\"}");

    JsonObject changed = answer.json().getJsonObject("system");
    assertThat(answer.json().getString("message")).isEqualTo("System updated successfully");
    assertThat(changed.getString("displayName")).isEqualTo("Updated Name");
    assertThat(changed.getString("displayTimezone")).isEqualTo("Australia/Lord_Howe");
    assertThat(changed.isNull("alias")).isTrue();
  }

  @Test
  void oneSystemIsTheDefault() {
    Site other = Site.of(admin);

    for (Site chosen : new Site[] {site, other, site}) {
      Answer answer =
          admin.post(
              "api/admin/systems/" + chosen.systemId() + "/settings", "{\"isDefault\":true}");

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(
              admin.get("api/data/systems").json().getJsonArray("data").stream()
                  .map(line -> line.asJsonObject())
                  .filter(line -> line.getBoolean("isDefault"))
                  .map(line -> line.getInt("id")))
          .containsExactly(chosen.systemId());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"displayName\":\"\"} | displayName",
        "{\"displayName\":5} | displayName",
        "{\"alias\":\"123\"} | alias",
        "{\"displayTimezone\":\"x\"} | displayTimezone",
        "{\"status\":\"error\"} | status",
        "{\"isDefault\":\"yes\"} | isDefault",
      })
  void badSettingsAreNamed(String body, String field) {
    Errors.assertNames(admin.post(system + "/settings", body), "INVALID_FIELD", field);
  }

  @Test
  void pointsAreRenamedHiddenAndStopped() {
    Answer answer =
        admin.post(
            system + "/points",
            "{\"points\":[{\"pointKey\":\"solar_w\",\"label\":\"<b>Sun</b>\",\"visible\":false}]}");

    JsonObject point =
        answer.json().getJsonArray("data").stream()
            .map(line -> line.asJsonObject())
            .filter(line -> line.getString("pointKey").equals("solar_w"))
            .findFirst()
            .orElseThrow();
    assertThat(point.getString("label")).isEqualTo("<b>Sun</b>");
    assertThat(point.getBoolean("visible")).isFalse();
    assertThat(point.getBoolean("active")).isTrue();
    assertThat(point.getString("unit")).isEqualTo("W");
  }

  @Test
  void badPointsAreNamed() {
    Errors.assertNames(admin.post(system + "/points", "{}"), "MISSING_FIELD", "points");
    Errors.assertNames(
        admin.post(system + "/points", "{\"points\":[{\"pointKey\":\"nope\"}]}"),
        "INVALID_FIELD",
        "points");
    Errors.assertNames(
        admin.post(
            system + "/points", "{\"points\":[{\"pointKey\":\"solar_w\",\"displayOrder\":1.5}]}"),
        "INVALID_FIELD",
        "points[0].displayOrder");
  }

  private Answer transform(String point, String transform) {
    return admin.post(
        system + "/points",
        "{\"points\":[{\"pointKey\":\"%s\",\"transform\":%s}]}".formatted(point, transform));
  }

  private void push(String time, double gridW) {
    Answer answer =
        device.post(
            "api/push/fronius",
            "{\"siteId\":\"%s\",\"apiKey\":\"%s\",\"timestamp\":\"%s\",\"sequence\":\"%s\",\"gridW\":%s}"
                .formatted(site.siteId(), site.key(), time, time, gridW));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private double latestGrid() {
    return admin
        .get("api/data/latest?systemId=" + site.systemId())
        .json()
        .getJsonObject("data")
        .getJsonObject("grid_w")
        .getJsonNumber("value")
        .doubleValue();
  }

  @Test
  void transformIsDoneToWhatComesFromThenOn() {
    Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 60);
    String chain = "[{\"op\":\"negate\"},{\"op\":\"scale\",\"by\":2}]";
    push(now.toString(), 100);
    assertThat(latestGrid()).isEqualTo(100);

    Answer set = transform("grid_w", chain);
    push(now.plusSeconds(10).toString(), 100);

    assertThat(set.body()).contains("\"userTransform\":\"" + chain.replace("\"", "\\\""));
    assertThat(latestGrid()).isEqualTo(-200);
    assertThat(transform("grid_w", "[]").status()).isEqualTo(200);
    push(now.plusSeconds(20).toString(), 100);
    assertThat(latestGrid()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grid_w | \"negate\" | points[0].transform",
        "grid_w | {\"op\":\"average\"} | points[0].transform.op",
        "grid_w | [{\"op\":\"abs\"},{\"op\":\"scale\"}] | points[0].transform[1].by",
        "grid_w | {\"op\":\"sum\",\"of\":[\"a\"]} | points[0].transform",
        "solar_kwh | {\"op\":\"scale\",\"by\":2} | points[0].transform"
      })
  void badTransformsAreNamed(String point, String transform, String field) {
    Errors.assertNames(transform(point, transform), "INVALID_FIELD", field);
  }

  @Test
  void attemptsAreListedWithoutSecretsAndPaged() {
    String body =
        "{\"siteId\":\"%s\",\"apiKey\":\"%s\",\"action\":\"store\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"sequence\":\"1\"}"
            .formatted(site.siteId(), site.key());
    device.post("api/push/fronius", body);
    device.post("api/push/fronius", body.replace(site.key(), "lo_wrong"));
    String query = "api/admin/sessions?systemId=" + site.systemId();

    Answer all = admin.get(query);
    JsonObject first = admin.get(query + "&limit=1").json();
    JsonObject second = admin.get(query + "&limit=1&before=" + first.getInt("nextBefore")).json();

    assertThat(all.json().getJsonArray("data")).hasSize(2);
    assertThat(all.body()).doesNotContain(site.key(), "lo_wrong");
    assertThat(first.getJsonArray("data").getJsonObject(0).getString("errorCode"))
        .isEqualTo("AUTH_FAILED");
    assertThat(second.getJsonArray("data").getJsonObject(0).getString("cause")).isEqualTo("PUSH");
    assertThat(admin.get(query + "&errorCode=AUTH_FAILED").json().getJsonArray("data")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=x, limit",
    "successful=2, successful",
    "before=-1, before",
    "from=x, from"
  })
  void badFiltersAreNamed(String query, String field) {
    Errors.assertNames(admin.get("api/admin/sessions?" + query), "INVALID_FIELD", field);
  }

  @Test
  void importsAreIdempotent() {
    long kept = Instant.now().minus(Duration.ofDays(60)).getEpochSecond();
    String body =
        """
        {"readings":[{"pointKey":"solar_w","timestamp":%d,"value":3450.0},
                     {"pointKey":"no_such_point","timestamp":%d,"value":1},
                     {"pointKey":"solar_w","timestamp":%d,"value":1e300}]}"""
            .formatted(kept, kept, kept + 60);

    JsonObject first = admin.post(system + "/readings", body).json();
    JsonObject second = admin.post(system + "/readings", body).json();

    assertThat(first.getInt("stored")).isEqualTo(1);
    assertThat(first.getInt("rejected")).isEqualTo(2);
    assertThat(second.getInt("stored")).isZero();
    assertThat(second.getInt("duplicates")).isEqualTo(1);
  }

  @Test
  void badImportsAreTheCallersFault() {
    Errors.assertNames(
        admin.post(
            system + "/readings", "{\"readings\":[{\"pointKey\":\"a\",\"timestamp\":\"x\"}]}"),
        "INVALID_FIELD",
        "readings[0].timestamp");
    Errors.assertError(admin.post(system + "/readings", "{\"readings\":["), 400, "INVALID_JSON");
    Errors.assertError(
        admin.post(system + "/readings", "{\"x\":\"" + "x".repeat(9_000_000) + "\"}"),
        413,
        "PAYLOAD_TOO_LARGE");
    Errors.assertError(
        admin.post("api/admin/systems/99999999/readings", "{\"readings\":[]}"), 404, "NOT_FOUND");
    Errors.assertError(
        admin.post("api/admin/systems/x/readings", "{\"readings\":[]}"), 404, "NOT_FOUND");
  }

  @Test
  void aDeletedSystemIsGoneAndItsSiteIsFree() {
    assertThat(admin.post(system + "/delete", "").status()).isEqualTo(200);

    Errors.assertError(admin.post(system + "/delete", ""), 404, "NOT_FOUND");
    Errors.assertError(admin.get(system + "/points"), 404, "NOT_FOUND");
    assertThat(admin.post("api/setup", Site.setup(site.siteId(), "")).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"email\":\"nobody\",\"password\":\"long enough\"} | INVALID_FIELD | email",
        "{\"email\":\"a@b\"} | MISSING_FIELD | password",
        "{\"email\":\"a@b\",\"password\":\"short\"} | INVALID_FIELD | password",
        "{\"email\":\"a@b\",\"password\":\"long enough\",\"role\":\"KING\"} | INVALID_FIELD | role",
        "{\"action\":\"drop\"} | INVALID_FIELD | action",
        "{\"action\":\"password\",\"password\":\"long enough\"} | MISSING_FIELD | userId",
      })
  void badUsersAreNamed(String body, String code, String field) {
    Errors.assertNames(admin.post("api/admin/users", body), code, field);
  }

  @Test
  void anAddressHasOneAccount() {
    String body =
        "{\"email\":\"Twice-%d@liveone.example\",\"password\":\"long enough\"}"
            .formatted(System.nanoTime());

    assertThat(admin.post("api/admin/users", body).status()).isEqualTo(201);
    Errors.assertError(
        admin.post("api/admin/users", body.toLowerCase(Locale.ROOT)), 409, "CONFLICT");
  }
}
