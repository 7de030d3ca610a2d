package energy.liveone.vendor.enphase;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.GeoPoint;
import energy.liveone.vendor.VendorSystem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnphaseRhythmTest {
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final GeoPoint PLACE = new GeoPoint(-37.8, 144.96);

  private final EnphaseRhythm rhythm = new EnphaseRhythm();

  private static VendorSystem system(ZoneId zone, @Nullable GeoPoint place) {
    return new VendorSystem("s", "4218873", zone, place, Map.of());
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(MELBOURNE).toInstant();
  }

  private List<LocalTime> beats(String day, double place) {
    VendorSystem system = system(MELBOURNE, PLACE);
    List<LocalTime> beats = new ArrayList<>();
    Instant end = at(day + "T23:59:59");
    Instant beat = rhythm.next(at(day + "T00:00:00"), system, place);
    while (!beat.isAfter(end)) {
      beats.add(beat.atZone(MELBOURNE).toLocalTime());
      beat = rhythm.next(beat, system, place);
    }
    return beats;
  }

  @Test
  void summerDayHasBeatsInTheSmallHoursAndFromDawnToDusk() {
    // The sun is up from 05:56 to 20:20.
    assertThat(beats("2025-11-23", 0))
        .startsWith(
            LocalTime.of(1, 0),
            LocalTime.of(2, 0),
            LocalTime.of(3, 0),
            LocalTime.of(4, 0),
            LocalTime.of(5, 0),
            LocalTime.of(6, 0),
            LocalTime.of(7, 0))
        .endsWith(LocalTime.of(19, 0), LocalTime.of(20, 0))
        .hasSize(20);
  }

  @Test
  void winterDayIsShorter() {
    // The sun is up from 07:35 to 17:08.
    assertThat(beats("2026-06-21", 0))
        .contains(LocalTime.of(8, 0), LocalTime.of(17, 0))
        .doesNotContain(LocalTime.of(7, 0), LocalTime.of(7, 30), LocalTime.of(18, 0))
        .hasSize(15);
  }

  @Test
  void placesSpreadOver25Minutes() {
    assertThat(beats("2025-11-23", 0.999).get(0))
        .isBetween(LocalTime.of(1, 24), LocalTime.of(1, 25));
    assertThat(beats("2025-11-23", 0.5)).hasSize(20);
  }

  @Test
  void oneYearOfBeatsFitsTheBudget() {
    VendorSystem system = system(MELBOURNE, PLACE);
    Instant end = at("2026-11-23T00:00:00");
    int beats = 0;
    for (Instant beat = at("2025-11-23T00:00:00");
        beat.isBefore(end);
        beat = rhythm.next(beat, system, 0.3)) {
      beats++;
    }

    // Some 16 to 20 a day.
    assertThat(beats).isBetween(365 * 14, 365 * 21);
  }

  @ParameterizedTest
  @CsvSource({
    // by day: the beat after the next data, and what spreads and delays it
    "2025-11-23T12:05:00, 2025-11-23T13:35:00",
    // in the evening, at night and with yesterday complete: the first light of the next day
    "2025-11-23T20:20:00, 2025-11-24T07:35:00",
    "2025-11-24T00:00:00, 2025-11-24T07:35:00",
  })
  void silenceMeansNothingUntilTheNextDaylightCouldShow(String newest, String until) {
    assertThat(rhythm.silentUntil(at(newest), system(MELBOURNE, PLACE))).isEqualTo(at(until));
  }

  @Test
  void siteWhosePlaceNobodySaidHasBeatsByItsZone() {
    VendorSystem system = system(MELBOURNE, null);
    Instant noon = at("2025-11-23T12:00:00");

    assertThat(rhythm.next(noon, system, 0)).isBetween(noon, noon.plusSeconds(3600));
  }

  @ParameterizedTest
  @CsvSource({"2025-12-21T12:00:00Z", "2025-06-21T12:00:00Z"})
  void siteBeyondThePolarCircleHasBeatsInTheSmallHoursAtLeast(Instant now) {
    VendorSystem tromso = system(ZoneId.of("Europe/Oslo"), new GeoPoint(69.65, 18.96));

    assertThat(rhythm.next(now, tromso, 0)).isBetween(now, now.plusSeconds(14 * 3600));
    assertThat(rhythm.silentUntil(now, tromso)).isAfter(now);
  }
}
