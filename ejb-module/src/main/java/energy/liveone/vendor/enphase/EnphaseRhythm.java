package energy.liveone.vendor.enphase;

import energy.liveone.vendor.Daylight;
import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every hour from the first half-hour mark after dawn until 30 minutes after dusk, and every hour
 * from 01:00 to 05:00 local time, when yesterday is looked at again. Each site is up to {@link
 * #SPREAD} behind these marks, so that many sites do not call in one minute.
 */
final class EnphaseRhythm implements PollRhythm {
  static final int NIGHT_FROM_HOUR = 1;
  static final int NIGHT_TO_HOUR = 5;

  private static final Duration SPREAD = Duration.ofMinutes(25);
  private static final Duration AFTER_DUSK = Duration.ofMinutes(30);
  private static final Duration STEP = Duration.ofHours(1);
  private static final int HALF_HOUR = 30;

  /** Data is up to 25 minutes late, and a gateway may tell only each quarter of an hour. */
  private static final Duration LATENESS = Duration.ofMinutes(45);

  /** For the call itself, and whatever delays it. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final LocalTime POLAR_MORNING = LocalTime.of(6, 0);
  private static final LocalTime POLAR_EVENING = LocalTime.of(20, 0);

  /** Beats are looked for in so many days; there are some in every night. */
  private static final int DAYS = 3;

  @Override
  public Instant next(Instant after, VendorSystem system, double place) {
    Duration behind = Duration.ofMillis((long) (place * SPREAD.toMillis()));
    LocalDate day = LocalDate.ofInstant(after, system.zone()).minusDays(1);
    for (int i = 0; i <= DAYS; i++) {
      NavigableSet<Instant> beats = daytime(day.plusDays(i), system);
      beats.addAll(night(day.plusDays(i), system.zone()));
      Instant next = beats.higher(after.minus(behind));
      if (next != null) {
        return next.plus(behind);
      }
    }
    throw new IllegalStateException("No beat within " + DAYS + " days");
  }

  /**
   * Until the next beat by day at which something newer should have come, whatever the site's place
   * is.
   */
  @Override
  public Instant silentUntil(Instant newest, VendorSystem system) {
    Instant due = newest.plus(LATENESS);
    LocalDate day = LocalDate.ofInstant(due, system.zone());
    for (int i = 0; i <= DAYS; i++) {
      Instant next = telling(day.plusDays(i), system).higher(due);
      if (next != null) {
        return next.plus(SPREAD).plus(GRACE);
      }
    }
    // In a polar night nothing is expected for weeks.
    return due.plus(Duration.ofDays(DAYS));
  }

  /** The beats of a day by which light of this day shows in the data. */
  private static NavigableSet<Instant> telling(LocalDate day, VendorSystem system) {
    NavigableSet<Instant> beats = daytime(day, system);
    return beats.isEmpty()
        ? beats
        : new TreeSet<>(beats.tailSet(beats.first().plus(LATENESS), true));
  }

  private static NavigableSet<Instant> daytime(LocalDate day, VendorSystem system) {
    Daylight daylight = Daylight.of(system);
    Optional<Instant> dawn = daylight.dawn(day);
    Optional<Instant> dusk = daylight.dusk(day);
    Instant noon = day.atTime(12, 0).atZone(system.zone()).toInstant();
    boolean polarNight = dawn.isEmpty() && dusk.isEmpty() && !daylight.isLight(noon);
    NavigableSet<Instant> beats = new TreeSet<>();
    if (polarNight) {
      return beats;
    }
    Instant from =
        dawn.orElseGet(() -> day.atTime(POLAR_MORNING).atZone(system.zone()).toInstant());
    Instant to = dusk.orElseGet(() -> day.atTime(POLAR_EVENING).atZone(system.zone()).toInstant());
    Instant last = to.plus(AFTER_DUSK);
    for (Instant beat = halfHourMark(from, system.zone());
        !beat.isAfter(last);
        beat = beat.plus(STEP)) {
      beats.add(beat);
    }
    return beats;
  }

  /** The first full or half hour of local time at or after an instant. */
  private static Instant halfHourMark(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    ZonedDateTime hour = local.withMinute(0).withSecond(0).withNano(0);
    ZonedDateTime mark = hour;
    while (mark.isBefore(local)) {
      mark = mark.plusMinutes(HALF_HOUR);
    }
    return mark.toInstant();
  }

  private static NavigableSet<Instant> night(LocalDate day, ZoneId zone) {
    NavigableSet<Instant> beats = new TreeSet<>();
    for (int hour = NIGHT_FROM_HOUR; hour <= NIGHT_TO_HOUR; hour++) {
      beats.add(day.atTime(hour, 0).atZone(zone).toInstant());
    }
    return beats;
  }
}
