package energy.liveone.vendor.solaredge;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.GeoPoint;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolarEdgeRhythmTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T13:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-23T02:00:00Z");
  private static final VendorSystem BALLARAT =
      new VendorSystem(
          "s", "1482210", ZoneId.of("Australia/Melbourne"), new GeoPoint(-37.56, 143.85), Map.of());

  private final SolarEdgeRhythm rhythm = new SolarEdgeRhythm();

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.37, 0.99})
  void beatsAreTenMinutesApartByDayAndThirtyByNight(double place) {
    Instant day = rhythm.next(NOON, BALLARAT, place);
    Instant night = rhythm.next(MIDNIGHT, BALLARAT, place);

    assertThat(Duration.between(day, rhythm.next(day, BALLARAT, place))).hasMinutes(10);
    assertThat(Duration.between(night, rhythm.next(night, BALLARAT, place))).hasMinutes(30);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.37, 0.99})
  void longestDayNeedsFewerCallsThanTheSchedulesShareOfTheQuota(double place) {
    Instant end = MIDNIGHT.plus(Duration.ofDays(30)).plus(Duration.ofDays(1));
    int beats = 0;
    Instant beat = MIDNIGHT.plus(Duration.ofDays(30));
    while (beat.isBefore(end)) {
      Instant next = rhythm.next(beat, BALLARAT, place);
      assertThat(next).isAfter(beat);
      assertThat(Duration.between(beat, next)).isLessThanOrEqualTo(SolarEdgeRhythm.NIGHT);
      beat = next;
      beats++;
    }

    int hourly = 24;
    int slow = 4 + 1;
    assertThat(beats + hourly + hourly + slow).isBetween(120, 240);
  }

  @Test
  void silenceMeansSomethingAfterTheNextBeat() {
    assertThat(rhythm.silentUntil(NOON, BALLARAT)).isEqualTo(NOON.plus(SolarEdgeRhythm.DAY));
    assertThat(rhythm.silentUntil(MIDNIGHT, BALLARAT))
        .isEqualTo(MIDNIGHT.plus(SolarEdgeRhythm.NIGHT));
  }
}
