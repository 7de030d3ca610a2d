package energy.liveone.vendor.fronius;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.reading.Reading;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Payloads;
import energy.liveone.vendor.PolledVendorFixture.Usable;
import energy.liveone.vendor.PushParse;
import energy.liveone.vendor.PushParse.Invalid;
import energy.liveone.vendor.PushParse.Store;
import energy.liveone.vendor.PushParse.Unusable;
import energy.liveone.vendor.PushReceiver;
import energy.liveone.vendor.PushedVendorContract;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FroniusPowerFlowTest extends PushedVendorContract {
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
    return "native";
  }

  @Override
  protected String prefix() {
    return "native-";
  }

  @Override
  protected VendorSystem pushing() {
    return new VendorSystem("s", "hillside-01", ZoneId.of("UTC"), Map.of("native", "true"));
  }

  @Override
  protected Instant sampleTime() {
    return Instant.parse("2026-11-23T02:31:00Z");
  }

  @Override
  protected Usable energyInSample() {
    return new Usable("solar_kwh", "19290780.2", 0.001);
  }

  private final FroniusPush push =
      new FroniusPush(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

  private PushParse parse(String file) {
    return push.parse("native", Payloads.of("fronius", file));
  }

  private Map<String, Double> values(String file) {
    return ((Store) parse(file))
        .readings().stream().collect(Collectors.toMap(r -> r.point().value(), Reading::value));
  }

  @Test
  void pulledDocumentBalancesWithLoadPositive() {
    Map<String, Double> values = values("native-sample.json");

    assertThat(values)
        .containsEntry("load_w", 1460.2)
        .containsEntry("battery_soc", 64.2)
        .containsEntry("solar_kwh", 19290.7802);
    assertThat(values.get("load_w"))
        .isCloseTo(
            values.get("solar_w") + values.get("grid_w") + values.get("battery_w"),
            Offset.offset(200.0));
  }

  @Test
  void pushedDocumentHasNoDataLevel() {
    assertThat(values("native-pushed-total-below-year.json"))
        .containsEntry("solar_w", 810.0)
        .containsEntry("battery_soc", 50.0);
  }

  @Test
  void lifetimeTotalBelowTheYearsIsDropped() {
    assertThat(values("native-pushed-total-below-year.json"))
        .doesNotContainKeys("solar_kwh", "battery_w");
  }

  @Test
  void zeroPercentOfADisabledBatteryIsNoBattery() {
    assertThat(values("native-gen24-battery-disabled.json"))
        .isEqualTo(Map.of("solar_w", 0.0, "load_w", 0.0, "grid_w", 210.5, "solar_kwh", 100.0));
  }

  @Test
  void nightOfAMeterlessSiteHasNoReadings() {
    Store store = (Store) parse("native-produce-only-night-all-null.json");

    assertThat(store.readings()).isEmpty();
  }

  @Test
  void documentOfADeviceInTroubleIsUnusable() {
    Unusable unusable = (Unusable) parse("native-status-12.json");

    assertThat(unusable.message()).contains("12");
  }

  @Test
  void timeIsTheLabelOfTheBatch() {
    Store store = (Store) parse("native-sample.json");

    assertThat(store.time()).isEqualTo(Instant.parse("2026-11-23T02:31:00Z"));
    assertThat(store.sequence()).isEqualTo("2026-11-23T02:31:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"Body\":{}}",
        "{\"Body\":{\"Data\":{\"Site\":[]}}}",
        "{\"Body\":{\"Site\":{\"P_PV\":1}}}",
        "{\"Body\":{\"Site\":{\"P_PV\":1}},\"Head\":{\"Timestamp\":\"2026-11-23T13:31:00\"}}",
        "{\"Body\":{\"Site\":{\"P_PV\":1}},\"Head\":{\"Timestamp\":\"2099-11-23T13:31:00Z\"}}"
      })
  void documentWithoutSiteOrTimeIsInvalid(String body) {
    assertThat(push.parse("native", body)).isInstanceOf(Invalid.class);
  }
}
