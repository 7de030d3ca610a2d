package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.Daylight;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;

/** Every 10 minutes in daylight; at night every third of these beats. */
final class SolarEdgeRhythm implements PollRhythm {
  static final Duration DAY = Duration.ofMinutes(10);
  private static final int BEATS_PER_NIGHT_BEAT = 3;
  static final Duration NIGHT = DAY.multipliedBy(BEATS_PER_NIGHT_BEAT);

  /** The inverter reports to the vendor this much later, where only the overview tells anything. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final PollRhythm beats = PollRhythm.steady(new PollPolicy(DAY, DAY, 1));

  @Override
  public Instant next(Instant after, VendorSystem system, double place) {
    Daylight daylight = SiteFacts.daylight(system);
    Instant beat = beats.next(after, system, place);
    while (!daylight.isLight(beat) && !isOfNight(beat, place)) {
      beat = beats.next(beat, system, place);
    }
    return beat;
  }

  /** Sites take different thirds, so that the night's calls spread as the day's do. */
  private static boolean isOfNight(Instant beat, double place) {
    long number = Math.floorDiv(beat.getEpochSecond(), DAY.toSeconds());
    return Math.floorMod(number, BEATS_PER_NIGHT_BEAT) == (int) (place * BEATS_PER_NIGHT_BEAT);
  }

  @Override
  public Instant silentUntil(Instant newest, VendorSystem system) {
    boolean light = SiteFacts.daylight(system).isLight(newest.plus(DAY));
    Instant expected = newest.plus(light ? DAY : NIGHT);
    return SiteFacts.mayHaveMeter(system) ? expected : expected.plus(LATE);
  }
}
