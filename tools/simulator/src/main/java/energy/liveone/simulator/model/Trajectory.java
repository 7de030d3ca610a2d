package energy.liveone.simulator.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path of one site through time, from a fixed epoch on. The state at each UTC midnight is kept
 * once it is known; any other instant is at most a day of minutes away from one, and the next
 * minute is one step away. Safe for use by many threads.
 */
final class Trajectory {

  /**
   * The path begins here, whenever the simulator is started: a restart goes on with the same
   * counters.
   */
  static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");

  /**
   * The path is not walked beyond this, so that a mistyped date cannot keep a processor busy for
   * ever.
   */
  static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

  private static final int MINUTES_PER_DAY = 1_440;
  private static final int MIDNIGHTS_KEPT = 4;

  private final SiteDynamics dynamics;
  private final ZoneId zone;
  private final List<Knot> dayStarts = new ArrayList<>();
  private final Map<LocalDate, SiteEnergy> midnights = new LinkedHashMap<>();
  private final Knot origin;
  private final Cursor live;

  Trajectory(SiteSpec spec) {
    dynamics = new SiteDynamics(spec);
    zone = spec.zone();
    origin = dynamics.first();
    dayStarts.add(origin);
    live = new Cursor();
  }

  ZoneId zone() {
    return zone;
  }

  /** The state at any instant; quick for instants that follow each other closely. */
  synchronized SiteState at(Instant instant) {
    return live.at(instant);
  }

  /** The counters at the start of the local day of {@code instant}. */
  synchronized SiteEnergy atLocalMidnight(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, zone);
    @Nullable SiteEnergy known = midnights.get(day);
    if (known != null) {
      return known;
    }
    Instant midnight = day.atStartOfDay(zone).toInstant();
    SiteEnergy energy = new Cursor().at(midnight.isBefore(EPOCH) ? EPOCH : midnight).lifetime();
    if (midnights.size() >= MIDNIGHTS_KEPT) {
      midnights.remove(midnights.keySet().iterator().next());
    }
    midnights.put(day, energy);
    return energy;
  }

  Cursor cursor() {
    return new Cursor();
  }

  private synchronized Knot dayStart(int day) {
    while (dayStarts.size() <= day) {
      Knot knot = dayStarts.get(dayStarts.size() - 1);
      for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
        knot = dynamics.next(knot);
      }
      dayStarts.add(knot);
    }
    return dayStarts.get(day);
  }

  /** A place on the path that moves forward cheaply. For one thread at a time. */
  final class Cursor {

    private Knot left = origin;
    private Knot right = dynamics.next(left);

    SiteState at(Instant instant) {
      if (instant.isBefore(EPOCH) || !instant.isBefore(END)) {
        throw new IllegalArgumentException(
            "simulated sites live from " + EPOCH + " to " + END + ", not at " + instant);
      }
      long millis = instant.toEpochMilli() - EPOCH.toEpochMilli();
      long index = millis / (Knot.SECONDS * 1_000L);
      seek(index);
      double seconds = (millis - index * Knot.SECONDS * 1_000L) / 1_000.0;
      return dynamics.between(left, right, seconds, instant);
    }

    private void seek(long index) {
      if (index < left.index() || index - left.index() > MINUTES_PER_DAY / 2) {
        Knot start = dayStart((int) (index / MINUTES_PER_DAY));
        if (index < left.index() || start.index() > left.index()) {
          left = start;
          right = dynamics.next(left);
        }
      }
      while (left.index() < index) {
        left = right;
        right = dynamics.next(left);
      }
    }
  }
}
