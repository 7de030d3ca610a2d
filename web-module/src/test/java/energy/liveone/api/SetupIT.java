package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Systems come in, and wrong ones do not. */
@SharedProduct
class SetupIT {
  private static final String PASSWORD = "sunny-side-up";

  private final Product product;
  private final ApiClient admin;

  SetupIT(Product product) {
    this.product = product;
    admin = product.admin();
  }

  private static String selectronic(String password, String number) {
    return """
        {"vendorType":"selectronic","displayName":"Tried","displayTimezone":"Australia/Melbourne",
         "credentials":{"email":"demo@liveone.example","password":"%s","systemNumber":"%s"}}"""
        .formatted(password, number);
  }

  @Test
  void vendorsSayWhatTheirFormsAskFor() {
    JsonObject answer = admin.get("api/vendors").json();

    assertThat(answer.getJsonArray("data").toString())
        .contains("\"vendorType\":\"selectronic\"", "\"vendorType\":\"fronius\"", "systemNumber");
  }

  @Test
  void aConnectionIsTriedWithoutRepeatingSecrets() {
    Answer answer = admin.post("api/test-connection", selectronic(PASSWORD, "1587"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getJsonObject("latest").keySet()).contains("solar_w", "battery_soc");
    assertThat(answer.json().getJsonObject("systemInfo").keySet()).contains("model");
    assertThat(answer.body()).doesNotContain(PASSWORD, "demo@liveone.example");
  }

  @Test
  void aRefusedConnectionHasTheVendorsCode() {
    Answer answer = admin.post("api/test-connection", selectronic("wrong-" + PASSWORD, "1587"));

    Errors.assertError(answer, 400, "AUTH_FAILED");
    assertThat(answer.body()).doesNotContain(PASSWORD);
  }

  @Test
  void refusedCredentialsAreNotSetUp() {
    Errors.assertError(admin.post("api/setup", selectronic("wrong", "1587")), 400, "AUTH_FAILED");
  }

  @Test
  void aPolledSystemIsSetUpPolledAndDeleted() {
    Answer added = admin.post("api/setup", selectronic(PASSWORD, "1586"));

    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(added.json().containsKey("secrets")).isFalse();
    assertThat(added.body()).doesNotContain(PASSWORD);
    int id = added.json().getInt("systemId");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        admin
                            .get("api/data/latest?systemId=" + id)
                            .json()
                            .getJsonObject("data")
                            .keySet())
                    .contains("solar_w", "battery_soc"));
    Errors.assertError(admin.post("api/setup", selectronic(PASSWORD, "1586")), 409, "CONFLICT");
    assertThat(admin.method("DELETE", "api/admin/systems/" + id + "/delete").status())
        .isEqualTo(200);
    Errors.assertError(admin.get("api/data/latest?systemId=" + id), 404, "NOT_FOUND");
  }

  @Test
  void credentialsThatDoNotOpenAreNotConfiguredAndTheSystemWaitsForTheKey() throws SQLException {
    int id = admin.post("api/setup", selectronic(PASSWORD, "1587")).json().getInt("systemId");
    change("UPDATE secure_credentials SET encrypted_credentials = 'v1.00000000.AAAA'", id);

    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              product.makeDue(id);
              assertThat(admin.get("api/admin/sessions?systemId=" + id).body())
                  .contains("NOT_CONFIGURED", "do not open with the encryption key");
            });
    assertThat(admin.get("api/data/systems").json().getJsonArray("data").stream())
        .map(JsonValue::asJsonObject)
        .filteredOn(system -> system.getInt("id") == id)
        .allMatch(system -> system.getString("status").equals("active"))
        .hasSize(1);
    assertThat(admin.method("DELETE", "api/admin/systems/" + id + "/delete").status())
        .isEqualTo(200);
  }

  private void change(String update, int system) throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(update + " WHERE system_id = " + system)).isEqualTo(1);
    }
  }

  @Test
  void sitesAndAliasesAreTakenOnce() {
    Site first = Site.of(admin);

    Errors.assertError(admin.post("api/setup", Site.setup(first.siteId(), "")), 409, "CONFLICT");
    assertThat(admin.post("api/setup", Site.setup("alias-1", "the-alias")).status()).isEqualTo(201);
    Errors.assertError(
        admin.post("api/setup", Site.setup("alias-2", "the-alias")), 409, "CONFLICT");
  }

  @Test
  void pointsAreStoredWithTheSystemAsTheyWereChosenOrNothingIs() {
    String system =
        """
        {"vendorType":"fronius","displayName":"Chosen","displayTimezone":"Europe/Vienna",
         "credentials":{"siteId":"chosen-1"},"points":[%s]}""";

    Errors.assertNames(
        admin.post("api/setup", system.formatted("{\"pointKey\":\"sauna_w\"}")),
        "INVALID_FIELD",
        "points");
    Answer added =
        admin.post(
            "api/setup",
            system.formatted(
                "{\"pointKey\":\"solar_w\",\"label\":\"Both roofs\"},"
                    + "{\"pointKey\":\"load_w\",\"visible\":false}"));

    assertThat(added.status()).as(added.body()).isEqualTo(201);
    String points =
        admin.get("api/admin/systems/" + added.json().getInt("systemId") + "/points").body();
    assertThat(points).contains("Both roofs");
    assertThat(points).containsPattern("\"load_w\"[^}]*\"visible\":false");
    assertThat(points).containsPattern("\"solar_w\"[^}]*\"visible\":true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | MISSING_FIELD | vendorType",
        "{\"vendorType\":\"fronius\"} | MISSING_FIELD | displayName",
        "{\"vendorType\":\"fronius\",\"displayName\":7} | INVALID_FIELD | displayName",
        "{\"vendorType\":\"fronius\",\"displayName\":\"x\"} | MISSING_FIELD | displayTimezone",
        "{\"vendorType\":\"fronius\",\"displayName\":\"x\",\"displayTimezone\":\"Nowhere\"} | INVALID_FIELD | displayTimezone",
        "{\"vendorType\":\"fronius\",\"displayName\":\"x\",\"displayTimezone\":\"UTC\",\"alias\":\"No!\"} | INVALID_FIELD | alias",
        "{\"vendorType\":\"nobody\",\"displayName\":\"x\",\"displayTimezone\":\"UTC\"} | INVALID_FIELD | vendorType",
        "{\"vendorType\":\"fronius\",\"displayName\":\"x\",\"displayTimezone\":\"UTC\",\"credentials\":[]} | INVALID_FIELD | credentials",
        "{\"vendorType\":\"fronius\",\"displayName\":\"x\",\"displayTimezone\":\"UTC\",\"credentials\":{}} | MISSING_FIELD | credentials.siteId",
        "{\"vendorType\":\"fronius\",\"displayName\":\"x\",\"displayTimezone\":\"UTC\",\"credentials\":{\"siteId\":\"not one!\"}} | INVALID_FIELD | credentials.siteId",
        "{\"vendorType\":\"fronius\",\"displayName\":\"x\",\"displayTimezone\":\"UTC\",\"points\":[{}]} | MISSING_FIELD | points[0].pointKey",
        "{\"vendorType\":\"fronius\",\"displayName\":\"x\",\"displayTimezone\":\"UTC\",\"points\":[{\"pointKey\":\"solar_w\",\"label\":\" \"}]} | INVALID_FIELD | points[0].label",
        "{\"vendorType\":\"fronius\",\"displayName\":\"x\",\"displayTimezone\":\"UTC\",\"points\":[{\"pointKey\":\"solar_w\"},{\"pointKey\":\"solar_w\"}]} | INVALID_FIELD | points[1].pointKey",
      })
  void whatCannotBeUsedIsNamed(String body, String code, String field) {
    Errors.assertNames(admin.post("api/setup", body), code, field);
  }

  @Test
  void brokenBodiesAreTheCallersFault() {
    Errors.assertError(admin.post("api/setup", "{"), 400, "INVALID_JSON");
    Errors.assertError(admin.post("api/setup", "[]"), 400, "INVALID_JSON");
    Errors.assertError(
        admin.post("api/setup", "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"),
        400,
        "INVALID_JSON");
    Errors.assertError(admin.post("api/setup", "text/plain", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
    Errors.assertError(
        admin.post("api/setup", "{\"a\":\"" + "x".repeat(70_000) + "\"}"),
        413,
        "PAYLOAD_TOO_LARGE");
  }
}
