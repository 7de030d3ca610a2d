package energy.liveone.durability;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A lost database turns answers into "not now", and none that was a no into a yes, although caches
 * are warm. Has a product of its own, since it breaks it.
 */
class NoStaysNoIT {
  private static final String PASSWORD = "nine bells at noon";

  private static Product product;

  @BeforeAll
  static void start() {
    product = Product.start(Map.of());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void aLostDatabaseLetsNobodyIn() {
    ApiClient owner = account("owner@house.example");
    ApiClient stranger = account("stranger@house.example");
    int system = systemOf(owner);
    String latest = "api/data/latest?systemId=" + system;
    assertThat(owner.get(latest).status()).isEqualTo(200);
    Map<String, Supplier<Answer>> refused = refused(stranger, latest);
    Map<String, Supplier<Answer>> allowed = allowed(owner, latest);
    refused.forEach((what, call) -> assertThat(call.get().status()).as(what).isBetween(400, 404));
    allowed.forEach((what, call) -> assertThat(call.get().status()).as(what).isEqualTo(200));

    product.database().killHard();

    refused.forEach(
        (what, call) -> assertThat(call.get().status()).as(what).isGreaterThanOrEqualTo(400));
    allowed.forEach(
        (what, call) -> {
          Answer answer = call.get();
          assertThat(answer.status()).as(what).isEqualTo(503);
          assertThat(answer.json().getString("code")).as(what).isEqualTo("UNAVAILABLE");
        });
  }

  private static Map<String, Supplier<Answer>> refused(ApiClient stranger, String latest) {
    ApiClient nobody = product.api();
    ApiClient guesser = nobody.withToken("lot_guessed");
    Map<String, Supplier<Answer>> calls = new LinkedHashMap<>();
    calls.put("latest values for nobody", () -> nobody.get(latest));
    calls.put("latest values for a wrong token", () -> guesser.get(latest));
    calls.put("latest values for a stranger", () -> stranger.get(latest));
    calls.put("people for a stranger", () -> stranger.get("api/admin/users"));
    calls.put("polling for a wrong secret", () -> guesser.post("api/cron/poll", ""));
    calls.put(
        "signing in with a wrong password",
        () -> signIn(nobody, "owner@house.example", "ten bells at noon"));
    calls.put(
        "pushing with a wrong key",
        () ->
            nobody.post(
                "api/push/fronius",
                "{\"siteId\":\"house\",\"apiKey\":\"guessed\",\"action\":\"test\"}"));
    return calls;
  }

  private static Map<String, Supplier<Answer>> allowed(ApiClient owner, String latest) {
    Map<String, Supplier<Answer>> calls = new LinkedHashMap<>();
    calls.put("latest values for their owner", () -> owner.get(latest));
    calls.put("signing in", () -> signIn(product.api(), "owner@house.example", PASSWORD));
    return calls;
  }

  private static Answer signIn(ApiClient client, String email, String password) {
    return client.post(
        "api/auth/token",
        Json.createObjectBuilder()
            .add("email", email)
            .add("password", password)
            .build()
            .toString());
  }

  private static ApiClient account(String email) {
    Answer added =
        product
            .admin()
            .post(
                "api/admin/users",
                "{\"action\":\"add\",\"email\":\"%s\",\"password\":\"%s\"}"
                    .formatted(email, PASSWORD));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return product.api().signedIn(email, PASSWORD);
  }

  private static int systemOf(ApiClient owner) {
    Answer answer =
        owner.post(
            "api/setup",
            "{\"vendorType\":\"fronius\",\"displayName\":\"House\","
                + "\"displayTimezone\":\"Australia/Melbourne\",\"credentials\":{\"siteId\":\"house\"}}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().getInt("systemId");
  }
}
