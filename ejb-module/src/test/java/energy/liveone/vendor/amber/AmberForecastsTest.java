package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import energy.liveone.reading.Forecast;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.Measurements;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmberForecastsTest extends AmberScene {
  private Measurements fetched(String prices) {
    serve(payload(prices));
    return measurements(fetch());
  }

  private static List<Forecast> forecasts(Measurements all, String point) {
    return all.forecasts().stream().filter(f -> f.point().value().equals(point)).toList();
  }

  @Test
  void forecastsStandApartWithTheirBoundsInOurSign() {
    Measurements all = measurements(fetch());

    Forecast dear = forecasts(all, "grid_import_price").get(0);
    assertThat(dear.end()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(List.of(dear.low(), dear.value(), dear.high())).containsExactly(60.1, 164.2, 240.8);
    Forecast earning = forecasts(all, "grid_export_price").get(0);
    assertThat(List.of(earning.low(), earning.value(), earning.high()))
        .containsExactly(42.0, 118.4, 190.5);
    assertThat(forecasts(all, "grid_spot_price").get(0).low()).isNull();
    assertThat(forecasts(all, "price_spike").get(0).value()).isEqualTo(1.0);
    assertThat(all.intervals())
        .noneMatch(r -> r.end().isAfter(Instant.parse("2026-11-23T03:00:00Z")));
  }

  @Test
  void priceMayLieOutsideItsBoundsAndBoundsMayBeMissing() {
    Measurements all = fetched("forecast-bounds-incomplete-and-price-outside.json");

    assertThat(forecasts(all, "grid_import_price"))
        .extracting(Forecast::low, Forecast::value, Forecast::high)
        .containsExactly(tuple(70.1, 64.2, 240.8), tuple(null, 64.2, 240.8));
    assertThat(forecasts(all, "grid_export_price"))
        .extracting(Forecast::low, Forecast::value, Forecast::high)
        .containsExactly(tuple(66.0, 60.2, 230.0), tuple(null, 60.2, 230.0));
  }

  @Test
  void forecastsOfBothLengthsGiveOneForEachEndAndNoneOfThePast() {
    Measurements all = fetched("forecasts-of-5-and-30-minutes.json");

    assertThat(forecasts(all, "grid_import_price"))
        .extracting(Forecast::value)
        .containsExactlyInAnyOrder(12.0, 13.0, 15.0);
    assertThat(forecasts(all, "grid_import_price"))
        .extracting(f -> f.length().toMinutes())
        .containsExactlyInAnyOrder(5L, 5L, 30L);
  }

  @Test
  void onlyForecastsAreStillSomething() {
    serve(payload("forecast-bounds-incomplete-and-price-outside.json"));

    assertThat(((Fetched) fetch()).observedAt()).isEqualTo(NOW);
  }
}
