package energy.liveone.simulator.fronius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import energy.liveone.simulator.SimulatorClient;
import energy.liveone.simulator.fronius.Receiver.Received;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FroniusSenderTest {

  private static final String SENDER = "/fronius/senders/hillside-01";
  private static final Instant BEGIN = SimulatorClient.NOON.truncatedTo(ChronoUnit.MINUTES);
  private static final Instant NIGHT = Instant.parse("2026-11-23T14:00:05Z");

  private final SimulatorClient simulator = new SimulatorClient();
  private final Receiver liveOne = new Receiver();

  @BeforeEach
  void create() {
    simulator.control(
        "POST",
        "/fronius/senders",
        "{\"siteId\":\"hillside-01\",\"targetUrl\":\"%s\",\"apiKey\":\"%s\",\"backOffMs\":20}"
            .formatted(liveOne.url(), Receiver.KEY));
  }

  @AfterEach
  void stop() {
    simulator.close();
    liveOne.close();
  }

  private void change(String settings) {
    simulator.control("PUT", SENDER, settings);
  }

  private JsonObject sender() {
    return simulator.control(SENDER);
  }

  private void pass(int minutes) {
    simulator.advance(Duration.ofMinutes(minutes));
  }

  private void awaitCount(String member, int count) {
    await().atMost(Duration.ofSeconds(10)).until(() -> sender().getInt(member) == count);
  }

  private void awaitPushes(int count) {
    await().atMost(Duration.ofSeconds(10)).until(() -> liveOne.pushes().size() >= count);
  }

  private static long wattHours(List<Received> pushes, String member) {
    return pushes.stream().mapToLong(push -> push.json().getInt(member)).sum();
  }

  private double truth(Instant from, Instant to, String kind) {
    return simulator
        .control("/truth/fronius/hillside-01?from=" + from + "&to=" + to)
        .getJsonObject("energyKwh")
        .getJsonNumber(kind)
        .doubleValue();
  }

  @Test
  void bodyIsThatOfTheContract() {
    pass(1);
    awaitCount("accepted", 1);
    JsonObject body = liveOne.pushes().get(0).json();

    assertThat(body.keySet())
        .containsExactlyInAnyOrder(
            "siteId",
            "apiKey",
            "action",
            "timestamp",
            "sequence",
            "solarW",
            "solarLocalW",
            "solarRemoteW",
            "loadW",
            "batteryW",
            "gridW",
            "batterySOC",
            "faultCode",
            "faultTimestamp",
            "generatorStatus",
            "solarWhInterval",
            "loadWhInterval",
            "batteryInWhInterval",
            "batteryOutWhInterval",
            "gridInWhInterval",
            "gridOutWhInterval");
    assertThat(body.getString("action")).isEqualTo("store");
    assertThat(body.getString("timestamp")).isEqualTo("2026-11-23T02:32:00.000Z");
    assertThat(body.getString("sequence")).matches("[A-Za-z0-9]{4}/1");
    assertThat(body.getInt("solarW") + body.getInt("gridW") + body.getInt("batteryW"))
        .isEqualTo(body.getInt("loadW"));
    assertThat(body.getInt("solarLocalW") + body.getInt("solarRemoteW"))
        .isEqualTo(body.getInt("solarW"))
        .isPositive();
    assertThat(body.isNull("faultCode")).isTrue();
  }

  @Test
  void pushedValuesAreThoseOfTheHistory() {
    pass(1);
    awaitCount("accepted", 1);
    JsonObject body = liveOne.pushes().get(0).json();
    JsonArray readings =
        simulator
            .control("/history/fronius/hillside-01?from=" + BEGIN + "&to=" + BEGIN.plusSeconds(60))
            .getJsonArray("readings");
    Map<String, Double> told = new TreeMap<>();
    for (JsonValue value : readings) {
      JsonObject reading = value.asJsonObject();
      told.put(reading.getString("pointKey"), reading.getJsonNumber("value").doubleValue());
    }

    assertThat(told).hasSize(13);
    assertThat(told.get("solar_w")).isEqualTo(body.getInt("solarW"));
    assertThat(told.get("grid_w")).isEqualTo(body.getInt("gridW"));
    assertThat(told.get("battery_w")).isEqualTo(body.getInt("batteryW"));
    assertThat(told.get("battery_soc")).isEqualTo(body.getJsonNumber("batterySOC").doubleValue());
    assertThat(told.get("solar_interval_kwh")).isEqualTo(body.getInt("solarWhInterval") * 0.001);
    assertThat(told.get("battery_charge_interval_kwh"))
        .isEqualTo(body.getInt("batteryInWhInterval") * 0.001);
  }

  @Test
  void intervalsAddUpToTheTruth() {
    pass(120);
    awaitCount("accepted", 120);
    Instant end = BEGIN.plus(Duration.ofHours(2));

    assertThat(wattHours(liveOne.pushes(), "loadWhInterval") / 1_000.0)
        .isCloseTo(truth(BEGIN, end, "load"), within(0.0011));
    assertThat(wattHours(liveOne.pushes(), "solarWhInterval") / 1_000.0)
        .isCloseTo(truth(BEGIN, end, "solar"), within(0.0011))
        .isGreaterThan(0.1);
    assertThat(sender().getJsonObject("acceptedWh").getInt("load"))
        .isEqualTo((int) wattHours(liveOne.pushes(), "loadWhInterval"));
  }

  @Test
  void solarIsNullAndNotZeroAtNight() {
    simulator.control("PUT", "/clock", "{\"now\":\"" + NIGHT + "\"}");
    awaitCount("waiting", 0);
    await().atMost(Duration.ofSeconds(10)).until(() -> sender().getInt("accepted") > 600);
    JsonObject body = liveOne.pushes().get(liveOne.pushes().size() - 1).json();

    assertThat(body.isNull("solarW")).isTrue();
    assertThat(body.isNull("solarWhInterval")).isTrue();
    assertThat(body.getInt("loadWhInterval")).isNotNegative();
  }

  @Test
  void outageIsReplayedInOrder() {
    change("{\"outage\":true}");
    pass(5);
    awaitCount("waiting", 5);
    assertThat(liveOne.pushes()).isEmpty();

    change("{\"outage\":false}");
    awaitCount("accepted", 5);

    assertThat(liveOne.pushes())
        .extracting(push -> push.json().getString("timestamp"))
        .isSorted()
        .hasSize(5);
  }

  @Test
  void outageCanBeReplayedNewestFirst() {
    change("{\"outage\":true,\"replay\":\"newestFirst\"}");
    pass(5);
    awaitCount("waiting", 5);

    change("{\"outage\":false}");
    awaitCount("accepted", 5);

    assertThat(liveOne.pushes())
        .extracting(push -> push.json().getString("timestamp"))
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @Test
  void withoutSpoolOnePushCarriesTheEnergyOfTheWholeOutage() {
    change("{\"outage\":true,\"spool\":false}");
    pass(30);
    awaitCount("measured", 30);

    change("{\"outage\":false}");
    awaitCount("accepted", 1);

    JsonObject body = liveOne.pushes().get(0).json();
    Instant end = BEGIN.plus(Duration.ofMinutes(30));
    assertThat(Instant.parse(body.getString("timestamp"))).isEqualTo(end);
    assertThat(body.getInt("loadWhInterval") / 1_000.0)
        .isCloseTo(truth(BEGIN, end, "load"), within(0.0011));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void failedPushIsKeptAndSentAgain(int status) {
    liveOne.answerWith(status);
    pass(1);
    awaitPushes(3);

    liveOne.answerLikeLiveOne();
    awaitCount("accepted", 1);

    assertThat(liveOne.pushes()).extracting(Received::sequence).containsOnly(firstSequence());
    assertThat(sender().getInt("failures")).isGreaterThanOrEqualTo(3);
  }

  private String firstSequence() {
    return liveOne.pushes().get(0).sequence();
  }

  @Test
  void senderWaitsAsLongAsItIsTold() {
    liveOne.answerWith(429, 3_600);
    pass(1);
    awaitCount("failures", 1);
    pass(5);
    awaitCount("measured", 6);

    assertThat(liveOne.pushes()).hasSize(1);
    assertThat(sender().getInt("waiting")).isEqualTo(6);
  }

  @Test
  void repeatedSequenceIsRecognisedAsDouble() {
    change("{\"repeatSequence\":true}");
    pass(1);
    awaitCount("duplicates", 1);

    assertThat(liveOne.pushes()).hasSize(2);
    assertThat(liveOne.pushes().get(1)).isEqualTo(liveOne.pushes().get(0));
    assertThat(sender().getInt("accepted")).isEqualTo(1);
  }

  @Test
  void wrongKeyStopsTheSenderUntilItIsChanged() {
    change("{\"wrongKey\":true}");
    pass(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> sender().getString("state").equals("stopped"));
    assertThat(sender().getString("stoppedBecause")).isEqualTo("HTTP 401");

    change("{\"wrongKey\":false}");
    awaitCount("accepted", 1);

    assertThat(liveOne.pushes().get(0).json().getString("apiKey")).isNotEqualTo(Receiver.KEY);
  }

  @Test
  void refusedBodyIsDroppedAndItsEnergyComesWithTheNext() {
    change("{\"allNull\":true}");
    pass(3);
    awaitCount("rejected", 3);
    change("{\"allNull\":false}");
    pass(1);
    awaitCount("accepted", 1);

    Received last = liveOne.pushes().get(3);
    assertThat(last.json().getInt("loadWhInterval") / 1_000.0)
        .isCloseTo(truth(BEGIN, BEGIN.plusSeconds(240), "load"), within(0.0011));
  }

  @ParameterizedTest
  @CsvSource({"push,application/x-www-form-urlencoded,false", "data,application/json,true"})
  void nativeDocumentGoesToItsOwnPathWithBasicAuthorization(
      String shape, String contentType, boolean dataLevel) {
    liveOne.answerWith(200);
    change("{\"native\":\"" + shape + "\"}");
    pass(1);
    awaitCount("accepted", 1);
    Received push = liveOne.pushes().get(0);
    JsonObject body = push.json().getJsonObject("Body");

    assertThat(push.path()).isEqualTo("/api/push/fronius/native/hillside-01");
    assertThat(push.contentType()).isEqualTo(contentType);
    byte[] pair = ("hillside-01:" + Receiver.KEY).getBytes(StandardCharsets.UTF_8);
    assertThat(push.authorization()).isEqualTo("Basic " + Base64.getEncoder().encodeToString(pair));
    assertThat(push.text()).doesNotContain(Receiver.KEY);
    assertThat(body.containsKey("Data")).isEqualTo(dataLevel);
    JsonObject site = (dataLevel ? body.getJsonObject("Data") : body).getJsonObject("Site");
    double supplied =
        site.getJsonNumber("P_PV").doubleValue()
            + site.getJsonNumber("P_Grid").doubleValue()
            + site.getJsonNumber("P_Akku").doubleValue();
    assertThat(supplied).isCloseTo(-site.getJsonNumber("P_Load").doubleValue(), within(1e-6));
    assertThat(push.json().getJsonObject("Head").getString("Timestamp"))
        .isEqualTo("2026-11-23T13:32:00+11:00");
  }

  @Test
  void gapIsSilentAndItsEnergyIsToldAfterwards() {
    simulator.faults("fronius/hillside-01", "{\"gap\":10}");
    pass(12);
    awaitCount("accepted", 2);

    assertThat(liveOne.pushes())
        .extracting(push -> push.json().getString("timestamp"))
        .containsExactly("2026-11-23T02:42:00.000Z", "2026-11-23T02:43:00.000Z");
    assertThat(wattHours(liveOne.pushes(), "loadWhInterval") / 1_000.0)
        .isCloseTo(truth(BEGIN, BEGIN.plusSeconds(720), "load"), within(0.0011));
  }

  @Test
  void wrongNumbersAndTextsAreSentWhenToldTo() {
    simulator.faults("fronius", "{\"nan\":{\"fields\":[\"loadW\"],\"times\":1}}");
    pass(1);
    awaitCount("rejected", 1);
    assertThat(liveOne.pushes().get(0).text()).contains("\"loadW\":NaN");

    simulator.faults("fronius", "{\"clockSkew\":600,\"stringNumbers\":true}");
    pass(1);
    awaitCount("accepted", 1);
    JsonObject skewed = liveOne.pushes().get(1).json();
    assertThat(skewed.getString("timestamp")).isEqualTo("2026-11-23T02:43:00.000Z");
    assertThat(skewed.getString("loadW")).matches("\\d+");
  }

  @Test
  void droppedConnectionIsTriedAgain() {
    simulator.faults("fronius", "{\"dropConnection\":{\"times\":1}}");
    pass(1);
    awaitCount("accepted", 1);

    assertThat(sender().getInt("failures")).isEqualTo(1);
  }

  @Test
  void keyIsShownNowhere() {
    pass(1);
    awaitCount("accepted", 1);
    change("{\"native\":\"push\"}");
    pass(1);
    awaitPushes(2);

    assertThat(simulator.control("/fronius/senders").toString())
        .contains("hillside-01")
        .doesNotContain(Receiver.KEY);
    String basic =
        Base64.getEncoder()
            .encodeToString(("hillside-01:" + Receiver.KEY).getBytes(StandardCharsets.UTF_8));
    JsonObject journal = simulator.control("/journal?vendor=fronius&site=hillside-01");
    assertThat(journal.getJsonArray("entries")).isNotEmpty();
    assertThat(journal.toString())
        .contains("\"direction\":\"out\"", "\"kind\":\"push\"")
        .doesNotContain(Receiver.KEY)
        .doesNotContain(basic);
  }

  @Test
  void deletedSenderIsSilent() {
    simulator.control("DELETE", SENDER, "");
    pass(3);

    assertThat(simulator.controlResponse("GET", SENDER, "").statusCode()).isEqualTo(404);
    assertThat(simulator.control("/fronius/senders").getJsonArray("senders")).isEmpty();
    await().during(Duration.ofMillis(200)).until(() -> liveOne.pushes().isEmpty());
  }
}
