package energy.liveone.simulator.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * What the people of one site consume: a base, a morning and an evening peak, and appliances
 * switched on and off.
 */
final class Household {

  private static final int DAY = 86_400;
  private static final double MORNING = 7.25 * 3_600;
  private static final double EVENING = 18.75 * 3_600;
  private static final int APPLIANCE_SLOT = 720;

  private final Noise noise;
  private final double peakW;
  private final ZoneRules rules;
  private volatile OffsetSpan offset = new OffsetSpan(0, 0, 0);

  Household(Noise noise, double peakW, ZoneId zone) {
    this.noise = noise;
    this.peakW = peakW;
    this.rules = zone.getRules();
  }

  /** Consumption in W, always above 0. */
  double watts(long epochSecond) {
    long local = epochSecond + offsetSeconds(epochSecond);
    long day = Math.floorDiv(local, DAY);
    double second = Math.floorMod(local, DAY);
    double standing = peakW * (0.08 + 0.05 * noise.smooth(11, epochSecond / 900.0));
    double morning = 0.55 * habit(12, day) * bump(second - MORNING, 3_600);
    double evening = habit(13, day) * bump(second - EVENING, 5_400);
    double flicker = 1 + 0.15 * (noise.smooth(14, epochSecond / 180.0) - 0.5);
    return standing + peakW * (morning + evening) * flicker + appliance(local, second);
  }

  /** How strongly this day follows the routine. */
  private double habit(int channel, long day) {
    return 0.6 + 0.4 * noise.unit(channel, day);
  }

  private static double bump(double distance, double width) {
    double x = distance / width;
    return Math.exp(-x * x);
  }

  /**
   * A kettle, an oven, a pump: some kilowatts for some minutes of one slot in eight, in waking
   * hours.
   */
  private double appliance(long local, double secondOfDay) {
    if (secondOfDay < 6 * 3_600 || secondOfDay > 22 * 3_600) {
      return 0;
    }
    long slot = Math.floorDiv(local, APPLIANCE_SLOT);
    long into = Math.floorMod(local, APPLIANCE_SLOT);
    boolean used = noise.unit(15, slot) < 0.125;
    double duration = 180 + 360 * noise.unit(16, slot);
    return used && into < duration ? 0.6 * peakW : 0;
  }

  /**
   * Looking up the zone's rules for each minute of years would cost more than all the rest; one
   * span lasts months.
   */
  private int offsetSeconds(long epochSecond) {
    OffsetSpan span = offset;
    if (epochSecond < span.from || epochSecond >= span.until) {
      span = spanAt(Instant.ofEpochSecond(epochSecond));
      offset = span;
    }
    return span.seconds;
  }

  private OffsetSpan spanAt(Instant instant) {
    ZoneOffset current = rules.getOffset(instant);
    @Nullable ZoneOffsetTransition next = rules.nextTransition(instant);
    long until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    return new OffsetSpan(instant.getEpochSecond(), until, current.getTotalSeconds());
  }

  private record OffsetSpan(long from, long until, int seconds) {}
}
