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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an administrator learns by asking a system's vendor, and that nothing else comes of it. */
@SharedProduct
class SystemTestIT {
  private static final int NUMBER = 880_081;
  private static final String PASSWORD = "pw-" + NUMBER;

  private final Product product;
  private final ApiClient admin;

  SystemTestIT(Product product) {
    this.product = product;
    this.admin = product.admin();
  }

  @Test
  void aSystemIsTestedWithoutStoringAnythingOrTellingSecrets() throws SQLException {
    ApiClient simulator = product.simulatorControl();
    simulator.post("selectronic/fleet", "{\"count\":1,\"firstNumber\":%d}".formatted(NUMBER));
    int id = setUp();
    stopPolling(id);
    String before = state(id);

    Answer connected = admin.post("api/admin/systems/" + id + "/test", "{}");

    assertThat(connected.status()).as(connected.body()).isEqualTo(200);
    assertThat(connected.json().getBoolean("success")).isTrue();
    assertThat(connected.json().getString("outcome")).isEqualTo("connected");
    assertThat(connected.json().getJsonArray("values").stream().map(JsonValue::asJsonObject))
        .anySatisfy(
            value -> {
              assertThat(value.getString("pointKey")).isEqualTo("solar_w");
              assertThat(value.getString("unit")).isEqualTo("W");
            });
    simulator.put("faults/selectronic/" + NUMBER, "{\"authFail\":true}");
    Answer refused = admin.post("api/admin/systems/" + id + "/test", "{}");
    simulator.method("DELETE", "faults/selectronic/" + NUMBER);
    JsonObject told = refused.json();
    assertThat(refused.status()).isEqualTo(200);
    assertThat(told.getBoolean("success")).isFalse();
    assertThat(told.getString("code")).isEqualTo("AUTH_FAILED");
    assertThat(told.getJsonArray("values")).isEmpty();
    assertThat(connected.body() + refused.body()).doesNotContain(PASSWORD);
    assertThat(state(id)).isEqualTo(before);
  }

  @Test
  void nobodyIsAskedWhereDevicesPush() {
    Site site = Site.of(admin);

    Answer answer = admin.post("api/admin/systems/" + site.systemId() + "/test", "{}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getString("outcome")).isEqualTo("pushes");
    assertThat(answer.body()).doesNotContain(site.key());
  }

  @Test
  void aSystemThatIsNotThereIsNotFound() {
    Errors.assertError(admin.post("api/admin/systems/999999/test", "{}"), 404, "NOT_FOUND");
  }

  @Test
  void onlyAdministratorsTest() {
    String email = "tester-" + System.nanoTime() + "@liveone.example";
    String password = "eleven slow trams";
    admin.post(
        "api/admin/users",
        "{\"email\":\"%s\",\"displayName\":\"T\",\"password\":\"%s\",\"role\":\"USER\"}"
            .formatted(email, password));
    Site site = Site.of(admin);

    Errors.assertError(
        product
            .api()
            .signedIn(email, password)
            .post("api/admin/systems/" + site.systemId() + "/test", "{}"),
        403,
        "FORBIDDEN");
  }

  private int setUp() {
    Answer added =
        admin.post(
            "api/setup",
            """
            {"vendorType":"selectronic","displayName":"Tested","displayTimezone":"Australia/Melbourne",
             "credentials":{"email":"fleet%d@sim.example","password":"%s","systemNumber":"%d"}}"""
                .formatted(NUMBER, PASSWORD, NUMBER));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return added.json().getInt("systemId");
  }

  /** Nobody but the test asks from then on, so that whatever is stored came from it. */
  private void stopPolling(int id) {
    admin.post("api/admin/systems/" + id + "/settings", "{\"status\":\"paused\"}");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                text("SELECT lease_until IS NULL FROM poll_schedule WHERE system_id = " + id)
                    .equals("1"));
  }

  /** Attempts, readings and schedule of a system. */
  private String state(int id) throws SQLException {
    return text(
        """
        SELECT CONCAT_WS('|', (SELECT COUNT(*) FROM sessions WHERE system_id = %1$d),
          (SELECT COUNT(*) FROM v_point_readings WHERE system_id = %1$d), failures,
          COALESCE(last_attempt_at, ''), COALESCE(next_due_at, ''))
        FROM poll_schedule WHERE system_id = %1$d"""
            .formatted(id));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = product.sql();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
