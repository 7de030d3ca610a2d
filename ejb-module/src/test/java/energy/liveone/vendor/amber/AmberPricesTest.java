package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AmberPricesTest extends AmberScene {
  private Measurements fetched(String prices) {
    serve(payload(prices));
    return measurements(fetch());
  }

  @Test
  void intervalsEndWhereAmberSaysAndAreAsLongAsItSays() {
    Fetched fetched = (Fetched) fetch();

    List<IntervalReading> prices = of(fetched.measurements(), "grid_import_price");
    assertThat(prices)
        .extracting(IntervalReading::end)
        .containsExactly(
            Instant.parse("2026-11-23T02:30:00Z"), Instant.parse("2026-11-23T03:00:00Z"));
    assertThat(prices).allMatch(price -> price.length().equals(Duration.ofMinutes(30)));
    assertThat(fetched.observedAt()).isEqualTo(Instant.parse("2026-11-23T02:30:00Z"));
    assertThat(fetched.measurements().samples()).isEmpty();
  }

  @Test
  void estimateIsOneUntilAmberSaysOtherwise() {
    Measurements all = measurements(fetch());

    assertThat(of(all, "grid_import_price"))
        .extracting(IntervalReading::quality)
        .containsExactly(IntervalQuality.ACTUAL, IntervalQuality.ESTIMATED);
    serve(payload("sample.json").replace("\"estimate\": true", "\"estimate\": false"));
    assertThat(measurements(fetch()).intervals())
        .allMatch(reading -> reading.quality() == IntervalQuality.ACTUAL);
  }

  @Test
  void feedInPriceIsWhatItEarns() {
    Measurements all = measurements(fetch());

    assertThat(of(all, "grid_export_price"))
        .extracting(IntervalReading::value)
        .containsExactly(2.2, 1.79);
  }

  @Test
  void feedInThatCostsIsBelowZeroAndSoIsANegativePrice() {
    Measurements all = fetched("midday-negative-exporting-costs.json");

    assertThat(only(all, "grid_export_price").value()).isEqualTo(-7.35);
    assertThat(only(all, "grid_import_price").value()).isEqualTo(-3.62);
    assertThat(only(all, "grid_spot_price").value()).isEqualTo(-6.05);
    assertThat(only(all, "grid_renewables").value()).isEqualTo(104.3);
    assertAllPlausible(all);
  }

  @Test
  void spikeIsKept() {
    Measurements all = fetched("spike-1500-cents.json");

    assertThat(only(all, "grid_spot_price").value()).isEqualTo(1500.0);
    assertThat(only(all, "grid_import_price").value()).isEqualTo(1763.4);
    assertThat(only(all, "grid_export_price").value()).isEqualTo(1497.9);
    assertThat(only(all, "price_spike").value()).isEqualTo(2.0);
    assertThat(only(all, "tariff_period").value()).isEqualTo(3.0);
    assertAllPlausible(all);
  }

  private void assertAllPlausible(Measurements all) {
    Map<PointKey, PointDefinition> points =
        adapter(NOW).defaultPoints(system()).stream()
            .collect(Collectors.toMap(PointDefinition::key, p -> p));
    assertThat(all.intervals())
        .allSatisfy(r -> assertThat(points.get(r.point()).range().admits(r.value())).isTrue());
  }

  @Test
  void whatIsTheSameForAllChannelsIsTakenFromGeneral() {
    serve(
        payload("sample.json").replace("-2.2, \"spotPerKwh\": 2.31", "-2.2, \"spotPerKwh\": 9.99"));

    assertThat(of(measurements(fetch()), "grid_spot_price"))
        .extracting(IntervalReading::value)
        .containsExactly(2.31, 1.87);
  }

  @Test
  void tariffPeriodIsToldOnlyWhenAmberTellsIt() {
    Measurements all = fetched("tariff-missing-or-demand-window-only.json");

    assertThat(of(all, "grid_import_price")).hasSize(3);
    assertThat(only(all, "tariff_period").end()).isEqualTo(Instant.parse("2026-11-23T02:30:00Z"));
    assertThat(only(all, "tariff_period").value()).isEqualTo(1.0);
  }

  @Test
  void midnightOfTheMarketEndsTheDayInEverySeason() {
    serve(
        """
        [{"type":"ActualInterval","date":"2026-11-22","duration":30,
          "startTime":"2026-11-22T13:30:01Z","endTime":"2026-11-22T14:00:00Z",
          "nemTime":"2026-11-23T00:00:00+10:00","perKwh":5.5,"channelType":"general"},
         {"type":"ActualInterval","date":"2026-06-22","duration":30,
          "nemTime":"2026-06-23T00:00:00+10:00","perKwh":6.5,"channelType":"general"}]
        """);

    assertThat(of(measurements(fetch()), "grid_import_price"))
        .extracting(IntervalReading::end)
        .containsExactly(
            Instant.parse("2026-11-22T14:00:00Z"), Instant.parse("2026-06-22T14:00:00Z"));
    assertThat(NemDay.ofEnd(Instant.parse("2026-11-22T14:00:00Z"))).hasToString("2026-11-22");
    assertThat(NemDay.after(Instant.parse("2026-11-22T14:00:00Z"))).hasToString("2026-11-23");
  }

  @Test
  void dayOfAFiveMinuteSiteHas288Intervals() {
    Instant midnight = Instant.parse("2026-11-21T14:00:00Z");
    serve(
        IntStream.rangeClosed(1, 288)
            .mapToObj(i -> midnight.plus(Duration.ofMinutes(5L * i)))
            .map(
                end ->
                    ("{\"type\":\"ActualInterval\",\"duration\":5,\"startTime\":\"%s\","
                            + "\"endTime\":\"%s\",\"perKwh\":%d,\"channelType\":\"general\"}")
                        .formatted(end.minusSeconds(299), end, end.getEpochSecond() % 1000))
            .collect(Collectors.joining(",", "[", "]")));

    List<IntervalReading> prices =
        of(measurements(fetch(systemWith("E1:general", 5), Poll.unlimited())), "grid_import_price");

    assertThat(prices).hasSize(288).allMatch(p -> p.length().equals(Duration.ofMinutes(5)));
    assertThat(prices.get(287).end()).isEqualTo(Instant.parse("2026-11-22T14:00:00Z"));
    assertThat(prices).extracting(IntervalReading::end).doesNotHaveDuplicates();
  }
}
