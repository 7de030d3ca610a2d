package energy.liveone.simulator.amber;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The wholesale market of one region: a price for every 5 minutes that is negative at midday, peaks
 * in the evening and on some evenings spikes far above 1,000 c/kWh; the share of renewables, which
 * may exceed 100 %; and forecasts that are the worse the farther they look. Everything is a
 * function of seed and time, but for the spikes that a test orders. Safe for use by many threads.
 */
final class Market {

  static final int DISPATCH_MINUTES = 5;

  /** From this price on it is a spike, in c/kWh. */
  static final double SPIKE_CENTS = 300;

  private static final long WIGGLE_SECONDS = 1_800;
  private static final double SPIKE_EVENINGS = 0.3;

  private final long seed;
  private final List<Spike> ordered = new CopyOnWriteArrayList<>();

  Market(long seed) {
    this.seed = seed;
  }

  /**
   * An ordered price.
   *
   * @param cents c/kWh
   */
  record Spike(Instant from, Instant to, double cents) {

    boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(to);
    }
  }

  void order(Spike spike) {
    ordered.add(spike);
  }

  void cancelOrders() {
    ordered.clear();
  }

  /** The settled wholesale price of an interval in c/kWh: the mean of its dispatches. */
  double spot(Interval interval) {
    return interval.dispatches().stream().mapToDouble(this::dispatch).average().orElseThrow();
  }

  /**
   * What the market says of an interval before all of its dispatches are known.
   *
   * @param known until when dispatches are known: those that begin then or before
   * @param now from when the others are foretold
   */
  double expectedSpot(Interval interval, Instant known, Instant now) {
    return interval.dispatches().stream()
        .mapToDouble(part -> part.start().isAfter(known) ? foretold(part, now) : dispatch(part))
        .average()
        .orElseThrow();
  }

  /** Share of renewables in %. */
  double renewables(Interval interval) {
    double hour = NemTime.hourOfDay(interval.start());
    double share = 24 + 74 * bump(hour - 12.5, 3.2) + 12 * (wiggle(3, interval.start()) - 0.4);
    return Math.max(2, share);
  }

  /** A number of 0 to 1 that belongs to a channel and a position; neighbours are unrelated. */
  double chance(int channel, long position) {
    long mixed = seed * 0x9E3779B97F4A7C15L + channel * 0xBF58476D1CE4E5B9L + position;
    return new SplittableRandom(mixed).nextDouble();
  }

  private double dispatch(Interval part) {
    Instant start = part.start();
    for (Spike spike : ordered) {
      if (spike.contains(start)) {
        return spike.cents();
      }
    }
    double hour = NemTime.hourOfDay(start);
    double height = spikeHeight(NemTime.dayAt(start), hour);
    double jitter = 1.6 * (chance(1, start.getEpochSecond()) - 0.5);
    return height > 0 ? height : usual(hour) + 5 * (wiggle(2, start) - 0.5) + jitter;
  }

  private static double usual(double hour) {
    return 9
        + 5 * bump(hour - 7.5, 1.2)
        + 16 * bump(hour - 18.5, 1.6)
        - 13 * bump(hour - 12.5, 2.6);
  }

  /** On some evenings there is one spike of up to 40 minutes; 0 outside of it. */
  private double spikeHeight(LocalDate day, double hour) {
    long number = day.toEpochDay();
    double begin = 17 + 2 * chance(5, number);
    boolean spiking =
        chance(4, number) < SPIKE_EVENINGS
            && hour >= begin
            && hour < begin + 0.25 + 0.4 * chance(6, number);
    return spiking ? 320 + 1_350 * chance(7, number) : 0;
  }

  private double foretold(Interval part, Instant now) {
    double settled = dispatch(part);
    double hours = Math.max(0, Duration.between(now, part.start()).toMinutes()) / 60.0;
    double error = (0.03 + 0.012 * hours) * (2 * wiggle(8, part.start()) - 1);
    return settled * (1 + error) + 20 * error;
  }

  private double wiggle(int channel, Instant at) {
    long second = at.getEpochSecond();
    long cell = Math.floorDiv(second, WIGGLE_SECONDS);
    double fraction = Math.floorMod(second, WIGGLE_SECONDS) / (double) WIGGLE_SECONDS;
    double here = chance(channel, cell);
    return here + (chance(channel, cell + 1) - here) * fraction;
  }

  private static double bump(double distance, double width) {
    double x = distance / width;
    return Math.exp(-x * x);
  }
}
