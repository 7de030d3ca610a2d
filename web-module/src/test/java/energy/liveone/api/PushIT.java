package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import energy.liveone.product.SharedProduct;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Senders get the statuses that they act upon. */
@SharedProduct
class PushIT {
  private static final String PATH = "api/push/fronius";

  private final ApiClient device;
  private final ApiClient admin;
  private final Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
  private Site site;

  PushIT(Product product) {
    device = product.api();
    admin = product.admin();
  }

  @BeforeEach
  void setUp() {
    site = Site.of(admin);
  }

  private String body(String key, String more) {
    return "{\"siteId\":\"%s\",\"apiKey\":\"%s\",\"timestamp\":\"%s\",\"sequence\":\"a7Qk/1\"%s}"
        .formatted(site.siteId(), key, now, more);
  }

  @Test
  void aPushIsStoredAndItsRepetitionIsADuplicate() {
    Answer stored = device.post(PATH, body(site.key(), ",\"solarW\":5230,\"batterySOC\":64.2"));

    assertThat(stored.status()).as(stored.body()).isEqualTo(200);
    assertThat(stored.json().getInt("systemId")).isEqualTo(site.systemId());
    assertThat(Instant.parse(stored.json().getString("timestamp"))).isEqualTo(now);
    Answer again = device.post(PATH, body(site.key(), ",\"solarW\":5230,\"batterySOC\":64.2"));
    Errors.assertError(again, 409, "DUPLICATE");
    assertThat(admin.get("api/data/latest?systemId=" + site.systemId()).body())
        .contains("\"solar_w\"", "5230");
  }

  @Test
  void theKeyMayComeInAHeader() {
    String body =
        "{\"siteId\":\"%s\",\"timestamp\":\"%s\",\"sequence\":\"1\",\"solarW\":1}"
            .formatted(site.siteId(), now);

    assertThat(device.withToken(site.key()).post(PATH, body).status()).isEqualTo(200);
  }

  @Test
  void aTestStoresNothing() {
    Answer answer =
        device.post(
            PATH,
            "{\"siteId\":\"%s\",\"apiKey\":\"%s\",\"action\":\"test\"}"
                .formatted(site.siteId(), site.key()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getString("action")).isEqualTo("test");
    assertThat(admin.get("api/data/latest?systemId=" + site.systemId()).json().get("data"))
        .hasToString("{}");
  }

  @Test
  void wrongPushesGetTheirStatus() {
    Errors.assertError(device.post(PATH, body("lo_wrong", ",\"solarW\":1")), 401, "AUTH_FAILED");
    Errors.assertError(
        device.post(PATH, body(site.key(), ",\"solarW\":null")), 422, "INVALID_PAYLOAD");
    Errors.assertError(device.post(PATH, "{\"siteId\":"), 400, "INVALID_PAYLOAD");
    Errors.assertError(device.post(PATH, ""), 400, "INVALID_PAYLOAD");
    Errors.assertError(
        device.post(PATH, body(site.key(), "").replace(site.siteId(), "unknown-site")),
        404,
        "NOT_FOUND");
    Errors.assertError(device.post(PATH, "text/plain", "x"), 415, "UNSUPPORTED_MEDIA_TYPE");
    Errors.assertError(device.post(PATH, "x".repeat(65_537)), 413, "PAYLOAD_TOO_LARGE");
    Errors.assertError(device.post("api/push/selectronic", "{}"), 404, "NOT_FOUND");
    Errors.assertError(device.post("api/push/..%2f", "{}"), 404, "NOT_FOUND");
  }

  @Test
  void theKeyOfOneSiteOpensNoOther() {
    Site other = Site.of(admin);

    Errors.assertError(device.post(PATH, body(other.key(), ",\"solarW\":1")), 401, "AUTH_FAILED");
    assertThat(admin.get("api/data/latest?systemId=" + site.systemId()).json().get("data"))
        .hasToString("{}");
  }

  @Test
  void signsThatDoNotAddUpAreToldOnceAndTakenBackWhenTheyDo() {
    String flows = "\"solarW\":5230,\"loadW\":1460,\"gridW\":-470,\"batteryW\":";
    push(0, 9, flows + 3_300);
    assertThat(signNotices()).isZero();

    push(9, 15, flows + 3_300);

    assertThat(signNotices()).isEqualTo(1);
    push(15, 25, flows + -3_300);
    assertThat(signNotices()).isZero();
  }

  private void push(int fromMinute, int toMinute, String values) {
    for (int minute = fromMinute; minute < toMinute; minute++) {
      Answer answer =
          device.post(
              PATH,
              "{\"siteId\":\"%s\",\"apiKey\":\"%s\",\"timestamp\":\"%s\",\"sequence\":\"%d\",%s}"
                  .formatted(
                      site.siteId(),
                      site.key(),
                      now.minusSeconds(3_600 - 60L * minute),
                      minute,
                      values));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
  }

  private long signNotices() {
    return admin.get("api/notices").json().getJsonArray("data").stream()
        .map(JsonValue::asJsonObject)
        .filter(notice -> notice.getString("code").equals("SIGN_SUSPECT"))
        .filter(notice -> notice.getInt("systemId") == site.systemId())
        .count();
  }

  @Test
  void theReadinessPageKnowsTheFields() {
    Answer answer = device.get(PATH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getJsonArray("fields").toString()).contains("solarW", "batterySOC");
    Errors.assertError(device.get("api/push/selectronic"), 404, "NOT_FOUND");
  }

  @Test
  void dataloggersPushTheirOwnFormatWithBasicAuthenticationAndAnyContentType() {
    String body =
        """
        {"Body":{"Inverters":{"1":{"P":1930,"SOC":64.2}},
         "Site":{"P_PV":5230.4,"P_Load":-1460.2,"P_Akku":-3300.0,"P_Grid":-470.2}},
         "Head":{"Status":{"Code":0},"Timestamp":"%s"}}"""
            .formatted(now);
    String pair = site.siteId() + ":" + site.key();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

    Answer answer =
        device
            .withHeader("Authorization", "Basic " + basic)
            .post(PATH + "/native/" + site.siteId(), "application/x-www-form-urlencoded", body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    Errors.assertError(
        device.post(PATH + "/native/" + site.siteId(), "text/plain", body), 400, "INVALID_PAYLOAD");
  }
}
