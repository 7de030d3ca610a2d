package energy.liveone.vendor.fronius;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.reading.Reading;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Payloads;
import energy.liveone.vendor.PolledVendorFixture.Usable;
import energy.liveone.vendor.PushParse;
import energy.liveone.vendor.PushParse.Invalid;
import energy.liveone.vendor.PushParse.Probe;
import energy.liveone.vendor.PushParse.Store;
import energy.liveone.vendor.PushReceiver;
import energy.liveone.vendor.PushedVendorContract;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FroniusPushTest extends PushedVendorContract {
  @Override
  protected VendorAdapter adapterAlone() {
    return new FroniusAdapter();
  }

  @Override
  protected Credentials credentials(String account) {
    return new Credentials(Map.of("siteId", "hillside-of-" + account));
  }

  @Override
  protected PushReceiver receiver(Clock clock) {
    return new FroniusPush(clock);
  }

  @Override
  protected String format() {
    return "";
  }

  @Override
  protected String prefix() {
    return "";
  }

  @Override
  protected VendorSystem pushing() {
    return system("s", "hillside-01");
  }

  @Override
  protected Instant sampleTime() {
    return Instant.parse("2026-11-23T02:31:00Z");
  }

  @Override
  protected Usable energyInSample() {
    return new Usable("solar_interval_kwh", "87", 0.001);
  }

  private final FroniusPush push =
      new FroniusPush(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

  private PushParse parse(String body) {
    return push.parse("", body);
  }

  private Store store(String file) {
    return (Store) parse(Payloads.of("fronius", file));
  }

  private static Map<String, Double> values(Store store) {
    return store.readings().stream()
        .collect(Collectors.toMap(r -> r.point().value(), Reading::value));
  }

  @Test
  void sampleBalancesAndHasItsEnergyInKilowattHours() {
    Store store = store("sample.json");

    Map<String, Double> values = values(store);
    assertThat(values.get("load_w"))
        .isCloseTo(
            values.get("solar_w") + values.get("grid_w") + values.get("battery_w"),
            Offset.offset(200.0));
    assertThat(values)
        .containsEntry("solar_interval_kwh", 0.087)
        .containsEntry("battery_charge_interval_kwh", 0.055)
        .containsEntry("battery_discharge_interval_kwh", 0.0)
        .containsEntry("grid_export_interval_kwh", 0.008)
        .doesNotContainKeys("fault_code", "fault_time", "generator_active")
        .hasSize(13);
  }

  @Test
  void sampleTellsWhoWhenAndWhichBatch() {
    Store store = store("sample.json");

    assertThat(store.identity().vendorSiteId()).isEqualTo("hillside-01");
    assertThat(store.identity().apiKey()).isEqualTo(KEY);
    assertThat(store.time()).isEqualTo(Instant.parse("2026-11-23T02:31:00Z"));
    assertThat(store.sequence()).isEqualTo("a7Qk/1042");
    assertThat(store.unknownFields()).isZero();
  }

  @Test
  void keyIsNowhereButInTheIdentity() {
    Store store = store("sample.json");

    assertThat(store.response()).contains("hillside-01").doesNotContain(KEY);
    assertThat(store.toString()).doesNotContain(KEY);
  }

  @Test
  void nullAtNightIsNoReadingAndZeroIsOne() {
    assertThat(values(store("night-null-solar.json")))
        .containsOnlyKeys("load_w", "battery_w", "grid_w", "battery_soc")
        .containsEntry("grid_w", 0.0);
  }

  @Test
  void totalIsMadeOfBothPartsOnly() {
    assertThat(values(store("parts-without-total.json"))).containsEntry("solar_w", 5230.0);
    assertThat(values(store("one-part-without-total.json"))).containsOnlyKeys("solar_local_w");
  }

  @Test
  void wrongTypesHaveNoReadingAndUnknownFieldsAreCounted() {
    Store store = store("wrong-types-and-unknown-fields.json");

    assertThat(values(store)).containsOnlyKeys("solar_interval_kwh");
    assertThat(store.unknownFields()).isEqualTo(2);
  }

  @Test
  void faultCodeIsStoredWhenItIsANumber() {
    assertThat(values(store("fault-number-as-text.json")))
        .isEqualTo(
            Map.of(
                "fault_code", 509.0,
                "fault_time", (double) Instant.parse("2026-11-23T02:00:00Z").getEpochSecond(),
                "generator_active", 1.0));
    assertThat(values(store("fault-words.json"))).isEqualTo(Map.of("generator_active", 0.0));
  }

  @Test
  void testActionOnlyAsksForTheKey() {
    PushParse parse = parse("{\"siteId\":\"a\",\"apiKey\":\"k\",\"action\":\"test\"}");

    assertThat(((Probe) parse).identity().apiKey()).isEqualTo("k");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sequence\":\"1\"} | timestamp",
        "{\"timestamp\":null,\"sequence\":\"1\"} | timestamp",
        "{\"timestamp\":1763861518,\"sequence\":\"1\"} | timestamp",
        "{\"timestamp\":\"2026-11-23T02:31:00\",\"sequence\":\"1\"} | timestamp",
        "{\"timestamp\":\"2026-11-23T12:02:01Z\",\"sequence\":\"1\"} | timestamp",
        "{\"timestamp\":\"1970-01-01T00:00:00Z\",\"sequence\":\"1\"} | timestamp",
        "{\"timestamp\":\"2026-11-23T02:31:00Z\"} | sequence",
        "{\"timestamp\":\"2026-11-23T02:31:00Z\",\"sequence\":\" \"} | sequence",
        "{\"timestamp\":\"2026-11-23T02:31:00Z\",\"sequence\":7} | sequence",
        "{\"action\":\"delete\"} | action",
        "{\"action\":1} | action",
        "{\"siteId\":1,\"action\":\"test\"} | siteId",
        "{\"apiKey\":1,\"action\":\"test\"} | apiKey"
      })
  void invalidNamesTheField(String body, String field) {
    assertThat(((Invalid) parse(body)).field()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "[]", "{\"siteId\":\"a\"", "{\"siteId\":\"a\",\"siteId\":\"b\"}"})
  void bodyThatIsNotAnObjectIsInvalidAsAWhole(String body) {
    assertThat(((Invalid) parse(body)).field()).isEmpty();
  }

  @Test
  void twoMinutesOfClockErrorAreAccepted() {
    PushParse parse =
        parse("{\"timestamp\":\"2026-11-23T12:02:00Z\",\"sequence\":\"1\",\"loadW\":1}");

    assertThat(parse).isInstanceOf(Store.class);
  }

  @Test
  void knownFieldsNameNoOthers() {
    assertThat(push.knownFields())
        .hasSize(21)
        .contains("siteId", "apiKey", "timestamp", "sequence", "action", "gridOutWhInterval");
  }

  @Test
  void unknownFormatIsInvalid() {
    assertThat(push.parse("other", "{}")).isInstanceOf(Invalid.class);
  }
}
