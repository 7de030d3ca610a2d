package energy.liveone.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When the sun is up at a site, to well under a minute, mountains aside. Pure.
 *
 * <p>Without a place the zone has to do: the meridian of its standard time, latitude 35° on the
 * side whose summer has the later clock, or the equator where clocks do not change. That is wrong
 * by an hour in wide zones, so the day is then taken from nautical dawn to nautical dusk, which is
 * about an hour longer at both ends: better a call in the dark than an hour of sun missed.
 *
 * <p>Beyond the polar circles there are days without dawn, in the light or in the dark.
 */
public final class Daylight {
  /** Altitude of the sun's centre when its upper edge is seen on the horizon, by refraction. */
  private static final double SUNRISE_DEGREES = -0.833;

  private static final double NAUTICAL_DAWN_DEGREES = -12;
  private static final double LATITUDE_OF_A_ZONE = 35;

  /** At a pole itself the sun's daily path has no highest point; nobody lives beyond this. */
  private static final double MOST_LATITUDE = 85;

  private static final Instant JANUARY = Instant.parse("2025-01-15T00:00:00Z");
  private static final Instant JULY = Instant.parse("2025-07-15T00:00:00Z");

  /** A year and a day: the sun rises within it everywhere. */
  private static final int DAYS_TO_SEARCH = 367;

  private final ZoneId zone;
  private final double latitude;
  private final double longitude;
  private final double horizon;

  private Daylight(ZoneId zone, double latitude, double longitude, double horizon) {
    this.zone = zone;
    this.latitude = Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude));
    this.longitude = longitude;
    this.horizon = horizon;
  }

  /** The daylight of a site, at its place if somebody said where that is. */
  public static Daylight of(VendorSystem system) {
    return system.location().map(at -> of(at, system.zone())).orElseGet(() -> of(system.zone()));
  }

  /** The daylight of a place, with days as its zone has them. */
  public static Daylight of(GeoPoint place, ZoneId zone) {
    return new Daylight(zone, place.latitude(), place.longitude(), SUNRISE_DEGREES);
  }

  /** The daylight somewhere in a zone, generously. */
  public static Daylight of(ZoneId zone) {
    int january = zone.getRules().getOffset(JANUARY).getTotalSeconds();
    int july = zone.getRules().getOffset(JULY).getTotalSeconds();
    double longitude = Math.min(january, july) / 240.0;
    double latitude = LATITUDE_OF_A_ZONE * Integer.signum(july - january);
    return new Daylight(zone, latitude, longitude, NAUTICAL_DAWN_DEGREES);
  }

  /** Whether the sun is up. */
  public boolean isLight(Instant at) {
    return SunPosition.at(at).altitude(latitude, longitude) >= horizon;
  }

  /** When the sun rises on a local date; empty when it does not. */
  public Optional<Instant> dawn(LocalDate day) {
    return crossing(day, -1);
  }

  /** When the sun sets on a local date; empty when it does not. */
  public Optional<Instant> dusk(LocalDate day) {
    return crossing(day, 1);
  }

  /** The first sunrise after a time; in a polar night, or day, it is weeks away. */
  public Instant nextDawn(Instant after) {
    return next(after, -1);
  }

  /** The first sunset after a time; in a polar day, or night, it is weeks away. */
  public Instant nextDusk(Instant after) {
    return next(after, 1);
  }

  private Instant next(Instant after, int side) {
    LocalDate day = after.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
    for (int i = 0; i < DAYS_TO_SEARCH; i++) {
      Optional<Instant> found = crossingOfSolarDay(day.plusDays(i), side).filter(after::isBefore);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException("The sun neither rises nor sets for a year");
  }

  private Optional<Instant> crossing(LocalDate day, int side) {
    Instant start = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    for (int i = -1; i <= 1; i++) {
      Optional<Instant> found =
          crossingOfSolarDay(day.plusDays(i), side)
              .filter(at -> at.isAfter(start) && !at.isAfter(end));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * The moment on the light side of the horizon, before (-1) or after (+1) the sun's highest point
   * of the solar day whose noon at Greenwich has this date.
   */
  private Optional<Instant> crossingOfSolarDay(LocalDate day, int side) {
    Instant at =
        day.atTime(12, 0).toInstant(ZoneOffset.UTC).minusSeconds(Math.round(longitude * 240));
    Instant noon = at;
    // The sun moves on while the earth turns; each round is some fifty times nearer.
    for (int round = 0; round < 5; round++) {
      SunPosition sun = SunPosition.at(at);
      double hourAngle = sun.hourAngle(latitude, horizon);
      if (Double.isNaN(hourAngle)) {
        return Optional.empty();
      }
      double minutes = side * hourAngle * 4 - sun.equationOfTimeMinutes();
      at = noon.plusMillis(Math.round(minutes * 60_000));
    }
    return Optional.of(at.minus(Duration.ofSeconds(side)));
  }
}
