package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Circuits are found while polling; they may be renamed, vanish and come. */
@SharedProduct
class MondoIT {
  private static final String EMAIL = "circuits@sim.example";
  private static final String PASSWORD = "not seen anywhere";

  private final Product product;
  private final ApiClient admin;
  private final ApiClient vendor;

  MondoIT(Product product) {
    this.product = product;
    admin = product.admin();
    vendor = product.simulatorControl();
  }

  private static String credentials() {
    return """
        {"vendorType":"mondo","displayName":"Circuits","displayTimezone":"Australia/Melbourne",
         "credentials":{"email":"%s","password":"%s"}}"""
        .formatted(EMAIL, PASSWORD);
  }

  private Map<String, JsonObject> points(int system) {
    return admin.get("api/admin/systems/" + system + "/points").json().getJsonArray("data").stream()
        .map(JsonValue::asJsonObject)
        .collect(Collectors.toMap(one -> one.getString("pointKey"), Function.identity()));
  }

  /** Has it polled until the points are as they should be, without waiting for its two minutes. */
  private void pollUntil(int system, Consumer<Map<String, JsonObject>> ok) {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              product.makeDue(system);
              ok.accept(points(system));
            });
  }

  /**
   * A found point takes a transform like any other, and what is polled from then on shows it: rows
   * of a new minute, as those of the same one are known already.
   */
  private void assertUsersTransformIsDone(int system) {
    Errors.assertNames(
        transform(system, "[{\"op\":\"abs\"},{\"op\":\"clampMin\"}]"),
        "INVALID_FIELD",
        "points[0].transform[1].value");
    Answer taken = transform(system, "{\"op\":\"clampMin\",\"value\":54321}");
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);

    pollUntil(
        system,
        points ->
            assertThat(
                    admin
                        .get("api/data/latest?systemId=" + system)
                        .json()
                        .getJsonObject("data")
                        .getJsonObject("sauna_w")
                        .getInt("value"))
                .isEqualTo(54_321));
  }

  private Answer transform(int system, String transform) {
    return admin.post(
        "api/admin/systems/" + system + "/points",
        "{\"points\":[{\"pointKey\":\"sauna_w\",\"transform\":" + transform + "}]}");
  }

  @Test
  void circuitsBecomePointsAndFollowTheVendor() {
    String group =
        vendor
            .post(
                "mondo/accounts",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD))
            .json()
            .getJsonArray("groups")
            .getString(0);
    assertThat(admin.post("api/test-connection", credentials()).body())
        .contains(group, "hot_water_w")
        .doesNotContain(PASSWORD);

    Answer added = admin.post("api/setup", credentials());
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    int system = added.json().getInt("systemId");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(admin.get("api/data/latest?systemId=" + system).body())
                    .contains("solar_w", "battery_w", "grid_w", "load_w", "battery_soc")
                    .contains("hot_water_w", "hot_water_kwh", "battery_circuit_w"));

    String circuits = "mondo/groups/" + group + "/circuits";
    vendor.put(circuits + "/Hot%20Water", "{\"name\":\"Boiler\"}");
    vendor.put(circuits + "/Kitchen", "{\"vanished\":true}");
    vendor.post(circuits, "{\"name\":\"Sauna\",\"loadType\":\"SaunaOven\"}");

    pollUntil(
        system,
        points -> {
          assertThat(points).containsKeys("hot_water_w", "sauna_w").doesNotContainKey("boiler_w");
          assertThat(points.get("hot_water_w").getString("label")).isEqualTo("Boiler");
          assertThat(points.get("hot_water_w").getBoolean("active")).isTrue();
          assertThat(points.get("kitchen_w").getBoolean("active")).isFalse();
          assertThat(points.get("sauna_w").getString("subsystem")).isEqualTo("load");
        });
    assertThat(admin.get("api/data/latest?systemId=" + system).body()).contains("sauna_w");
    assertThat(admin.get("api/admin/sessions?systemId=" + system).body())
        .containsOnlyOnce("new type of circuit")
        .doesNotContain(PASSWORD, "eyJhbGciOi");

    assertUsersTransformIsDone(system);
    vendor.put(circuits + "/Kitchen", "{\"vanished\":false}");

    pollUntil(system, points -> assertThat(points.get("kitchen_w").getBoolean("active")).isTrue());
  }
}
