package energy.liveone.vendor.solaredge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import energy.liveone.reading.Reading;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.Payloads;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BatteryTest {
  private static List<Reading> readings(String file) {
    SiteTime melbourne = new SiteTime(ZoneId.of("Australia/Melbourne"));
    return JsonParse.of(Payloads.of("solaredge", file))
        .fold(
            read ->
                SolarEdgePoints.of(
                    BatteryBank.together(
                        Battery.of(read.fields().object("storageData").orElseThrow(), melbourne))),
            malformed -> {
              throw new AssertionError(malformed.reason());
            });
  }

  private static Map<Instant, Double> series(String file, String point) {
    Map<Instant, Double> series = new TreeMap<>();
    readings(file).stream()
        .filter(one -> one.point().value().equals(point))
        .forEach(one -> series.put(one.time(), one.value()));
    return series;
  }

  @Test
  void telemetryKeepsItsSecondAndDischargeIsPositive() {
    assertThat(series("storage-sample.json", "battery_w"))
        .containsExactly(
            entry(Instant.parse("2026-11-23T02:20:13Z"), -3190.0),
            entry(Instant.parse("2026-11-23T02:25:14Z"), 0.0),
            entry(Instant.parse("2026-11-23T02:30:13Z"), 450.0));
  }

  @Test
  void zeroPowerHasNoSign() {
    assertThat(readings("storage-sample.json"))
        .filteredOn(one -> one.value() == 0)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(1 / one.value()).isPositive());
  }

  @Test
  void countersAreKilowattHours() {
    assertThat(series("storage-sample.json", "battery_charge_kwh"))
        .containsValues(4210.312, 4210.582);
    assertThat(series("storage-sample.json", "battery_discharge_kwh"))
        .containsValues(3880.12, 3880.158);
    assertThat(series("storage-sample.json", "battery_temp_c")).containsValues(27.4);
  }

  @Test
  void twoZeroCountersAreNoReadingButOneIs() {
    assertThat(series("storage-counters-both-zero.json", "battery_charge_kwh"))
        .containsExactly(entry(Instant.parse("2026-11-23T02:25:14Z"), 0.27));
    assertThat(series("storage-counters-both-zero.json", "battery_discharge_kwh"))
        .containsExactly(entry(Instant.parse("2026-11-23T02:25:14Z"), 0.0));
  }

  @Test
  void chargeIsReadUnderTheManualsNameToo() {
    assertThat(series("storage-counters-both-zero.json", "battery_soc")).containsValues(61.2, 62.0);
  }

  @Test
  void twoBatteriesAreOneAsFarAsBothSpeak() {
    Instant both = Instant.parse("2026-11-23T02:20:41Z");

    assertThat(series("storage-two-batteries.json", "battery_w"))
        .containsExactly(entry(both, -4000.0));
    assertThat(series("storage-two-batteries.json", "battery_soc"))
        .containsExactly(entry(both, 55.0));
    assertThat(series("storage-two-batteries.json", "battery_charge_kwh"))
        .containsExactly(entry(both, 5000.0));
    assertThat(series("storage-two-batteries.json", "battery_temp_c"))
        .containsExactly(entry(both, 28.0));
  }
}
