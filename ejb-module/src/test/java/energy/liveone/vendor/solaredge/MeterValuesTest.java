package energy.liveone.vendor.solaredge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.Payloads;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterValuesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:31:07Z");

  private static List<IntervalReading> readings(String file, String day, String zone, Instant now) {
    String json = Payloads.of("solaredge", file).replace("DATE", day);
    JsonFields details =
        JsonParse.of(json)
            .fold(
                read -> read.fields().object("energyDetails").orElseThrow(),
                malformed -> {
                  throw new AssertionError(malformed.reason());
                });
    return SolarEdgePoints.energies(MeterValues.of(details, new SiteTime(ZoneId.of(zone))), now);
  }

  private static Map<Instant, Double> byEnd(List<IntervalReading> readings, String point) {
    Map<Instant, Double> byEnd = new TreeMap<>();
    readings.stream()
        .filter(one -> one.point().value().equals(point))
        .forEach(one -> byEnd.put(one.end(), one.value()));
    return byEnd;
  }

  private static List<IntervalReading> usual() {
    return readings("energy-running-interval-without-value.json", "", "Australia/Melbourne", NOW);
  }

  @Test
  void quarterHourEndsAQuarterAfterItsDateInLocalTime() {
    assertThat(byEnd(usual(), "solar_interval_kwh"))
        .containsExactly(
            entry(Instant.parse("2026-11-23T02:15:00Z"), 1.311),
            entry(Instant.parse("2026-11-23T02:30:00Z"), 1.324));
    assertThat(usual()).allMatch(one -> one.length().equals(Duration.ofMinutes(15)));
  }

  @Test
  void metersAreKnownByTypeAndNotByOrder() {
    assertThat(byEnd(usual(), "grid_export_interval_kwh")).containsValues(0.29, 0.301);
    assertThat(byEnd(usual(), "grid_import_interval_kwh")).containsValues(0.0).hasSize(1);
    assertThat(byEnd(usual(), "load_interval_kwh")).containsValues(0.24, 0.012).hasSize(2);
  }

  @Test
  void whatMayStillGrowIsEstimated() {
    assertThat(usual())
        .allSatisfy(
            one ->
                assertThat(one.quality())
                    .isEqualTo(
                        one.end().isAfter(Instant.parse("2026-11-23T02:16:07Z"))
                            ? IntervalQuality.ESTIMATED
                            : IntervalQuality.ACTUAL));
    assertThat(usual())
        .extracting(IntervalReading::quality)
        .contains(IntervalQuality.ACTUAL, IntervalQuality.ESTIMATED);
  }

  @ParameterizedTest
  @CsvSource({
    "Australia/Melbourne, 2026-04-05, 2026-04-04T15:00:00Z",
    "Europe/Berlin, 2026-10-25, 2026-10-25T00:00:00Z"
  })
  void hourThatOccursTwiceHasEightQuarters(String zone, String day, Instant firstEnd) {
    Map<Instant, Double> byEnd =
        byEnd(readings("energy-hour-twice.json", day, zone, NOW), "solar_interval_kwh");

    double[] wattHours = {1, 2, 3, 4, Double.NaN, 6, 7, 8, 9, 10};
    assertThat(byEnd).hasSize(9);
    for (int quarter = 0; quarter < wattHours.length; quarter++) {
      Instant end = firstEnd.plus(Duration.ofMinutes(15L * quarter));
      if (quarter == 4) {
        assertThat(byEnd).doesNotContainKey(end);
      } else {
        assertThat(byEnd).containsEntry(end, wattHours[quarter] / 1_000);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Australia/Melbourne, 2026-10-04, 2026-10-03T15:45:00Z",
    "Europe/Berlin, 2026-03-29, 2026-03-29T00:45:00Z"
  })
  void quartersGoOnOverAnHourThatDoesNotOccur(String zone, String day, Instant firstEnd) {
    assertThat(byEnd(readings("energy-hour-missing.json", day, zone, NOW), "solar_interval_kwh"))
        .containsExactly(
            entry(firstEnd, 0.001),
            entry(firstEnd.plusSeconds(900), 0.002),
            entry(firstEnd.plusSeconds(1_800), 0.003),
            entry(firstEnd.plusSeconds(2_700), 0.004));
  }

  @Test
  void noMetersAreNoValues() {
    assertThat(readings("energy-without-meters.json", "", "UTC", NOW)).isEmpty();
  }
}
