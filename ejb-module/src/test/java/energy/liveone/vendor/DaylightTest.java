package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sunrises and sunsets to compare with are those that almanacs publish, to the minute. */
class DaylightTest {
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final Daylight TROMSO = Daylight.of(new GeoPoint(69.6492, 18.9553), OSLO);

  @ParameterizedTest
  @CsvSource({
    "-37.8136, 144.9631, Australia/Melbourne, 2024-12-21, 05:54, 20:42",
    "-37.8136, 144.9631, Australia/Melbourne, 2024-06-21, 07:35, 17:08",
    "52.5200, 13.4050, Europe/Berlin, 2024-06-20, 04:43, 21:33",
    "52.5200, 13.4050, Europe/Berlin, 2024-12-21, 08:15, 15:54",
    "40.7128, -74.0060, America/New_York, 2024-03-20, 06:59, 19:08"
  })
  void theSunRisesAndSetsAsInTheAlmanac(
      double latitude,
      double longitude,
      ZoneId zone,
      LocalDate day,
      LocalTime rise,
      LocalTime set) {
    Daylight daylight = Daylight.of(new GeoPoint(latitude, longitude), zone);

    assertThat(daylight.dawn(day).orElseThrow())
        .isCloseTo(day.atTime(rise).atZone(zone).toInstant(), within(90, ChronoUnit.SECONDS));
    assertThat(daylight.dusk(day).orElseThrow())
        .isCloseTo(day.atTime(set).atZone(zone).toInstant(), within(90, ChronoUnit.SECONDS));
  }

  @ParameterizedTest
  @CsvSource({"2024-12-21, false", "2024-06-21, true"})
  void beyondThePolarCircleThereAreDaysWithoutDawn(LocalDate day, boolean light) {
    Instant midnight = day.atStartOfDay(OSLO).toInstant();

    assertThat(TROMSO.dawn(day)).isEmpty();
    assertThat(TROMSO.dusk(day)).isEmpty();
    assertThat(TROMSO.isLight(midnight)).isEqualTo(light);
    assertThat(TROMSO.isLight(midnight.plus(Duration.ofHours(12)))).isEqualTo(light);
  }

  @Test
  void thePolarNightEndsInJanuary() {
    Instant dawn = TROMSO.nextDawn(Instant.parse("2024-12-01T00:00:00Z"));

    assertThat(LocalDate.ofInstant(dawn, OSLO))
        .isBetween(LocalDate.parse("2025-01-13"), LocalDate.parse("2025-01-17"));
  }

  @ParameterizedTest
  @CsvSource({
    "-37.8, 145.0, Australia/Melbourne",
    "52.5, 13.4, Europe/Berlin",
    "69.65, 18.96, Europe/Oslo",
    "-17.5, -149.6, Pacific/Tahiti",
    "1.9, -157.4, Pacific/Kiritimati"
  })
  void itIsLightFromEveryDawnToTheNextDusk(double latitude, double longitude, ZoneId zone) {
    Daylight daylight = Daylight.of(new GeoPoint(latitude, longitude), zone);

    Instant dawn = daylight.nextDawn(Instant.parse("2026-01-01T00:00:00Z"));
    for (int i = 0; i < 200; i++) {
      Instant dusk = daylight.nextDusk(dawn);
      assertThat(daylight.isLight(dawn)).isTrue();
      assertThat(daylight.isLight(dawn.minusSeconds(30))).isFalse();
      assertThat(daylight.isLight(dusk)).isTrue();
      assertThat(daylight.isLight(dusk.plusSeconds(30))).isFalse();
      dawn = daylight.nextDawn(dawn);
      assertThat(dawn).isAfter(dusk);
    }
  }

  @ParameterizedTest
  @CsvSource({"90, 2026-02-01, 2026-05-01", "-90, 2026-08-01, 2026-11-01"})
  void evenThePolesHaveADawnAYear(double latitude, LocalDate from, LocalDate to) {
    Daylight pole = Daylight.of(new GeoPoint(latitude, 0), ZoneId.of("UTC"));

    Instant dawn = pole.nextDawn(from.atStartOfDay(ZoneId.of("UTC")).toInstant());

    assertThat(LocalDate.ofInstant(dawn, ZoneId.of("UTC"))).isBetween(from, to);
  }

  @Test
  void everyDayOfAZoneHasItsOwnDawn() {
    ZoneId zone = ZoneId.of("Pacific/Auckland");
    Daylight auckland = Daylight.of(new GeoPoint(-36.85, 174.76), zone);

    for (LocalDate day = LocalDate.parse("2026-01-01");
        day.isBefore(LocalDate.parse("2027-01-01"));
        day = day.plusDays(1)) {
      Instant dawn = auckland.dawn(day).orElseThrow();
      assertThat(LocalDate.ofInstant(dawn, zone)).isEqualTo(day);
      assertThat(auckland.dusk(day).orElseThrow()).isAfter(dawn);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-37.8136, 144.9631, Australia/Melbourne", "52.52, 13.405, Europe/Berlin",
    "-27.47, 153.03, Australia/Brisbane", "34.05, -118.24, America/Los_Angeles"
  })
  void aZoneAloneMissesNoDaylight(double latitude, double longitude, ZoneId zone) {
    Daylight exact = Daylight.of(new GeoPoint(latitude, longitude), zone);
    Daylight guess = Daylight.of(new VendorSystem("a", "b", zone, Map.of()));

    for (int week = 0; week < 52; week++) {
      LocalDate day = LocalDate.parse("2026-01-01").plusWeeks(week);
      assertThat(guess.dawn(day).orElseThrow())
          .isBetween(
              exact.dawn(day).orElseThrow().minus(Duration.ofHours(3)),
              exact.dawn(day).orElseThrow().plus(Duration.ofMinutes(20)));
      assertThat(guess.dusk(day).orElseThrow())
          .isBetween(
              exact.dusk(day).orElseThrow().minus(Duration.ofMinutes(20)),
              exact.dusk(day).orElseThrow().plus(Duration.ofHours(3)));
    }
  }
}
