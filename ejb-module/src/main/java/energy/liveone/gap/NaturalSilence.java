package energy.liveone.gap;

import energy.liveone.aggregate.FiveMinuteBucket;
import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The times in which a vendor says nothing although all is well, read from its rhythm: where the
 * silence that means nothing is much longer than at other times of the day, nothing is expected
 * until it ends. Sun and habits differ from day to day, so a silence that reaches little beyond is
 * excused as a whole.
 */
final class NaturalSilence {
  private static final long STEP = FiveMinuteBucket.SECONDS;
  private static final Duration MUCH_LONGER = Duration.ofHours(1);
  private static final Duration MARGIN = Duration.ofHours(1);
  private static final int HOURS = 24;

  private final PollRhythm rhythm;
  private final VendorSystem system;

  NaturalSilence(PollRhythm rhythm, VendorSystem system) {
    this.rhythm = rhythm;
    this.system = system;
  }

  /** The times of a stretch in which nothing is expected. */
  List<Stretch> within(Stretch stretch) {
    long usual = usualWait(stretch.from());
    List<Stretch> silences = new ArrayList<>();
    long t = stretch.from();
    while (t < stretch.to()) {
      long wait = waitAfter(t);
      if (wait > usual + MUCH_LONGER.toSeconds()) {
        silences.add(new Stretch(t, t + wait));
        t += wait;
      } else {
        t += STEP;
      }
    }
    return Stretches.merged(silences);
  }

  /** What is left of missing stretches when the silences that mean nothing are taken out. */
  List<Stretch> unexplained(List<Stretch> missing) {
    List<Stretch> left = new ArrayList<>();
    for (Stretch one : missing) {
      List<Stretch> silences = within(one.widened(MARGIN));
      List<Stretch> excused = silences.stream().map(s -> s.widened(MARGIN)).toList();
      Stretches.minus(one, silences).stream()
          .filter(piece -> excused.stream().noneMatch(e -> e.contains(piece)))
          .forEach(left::add);
    }
    return left;
  }

  /** Whether a silence of this length after data of that time means nothing. */
  boolean excuses(Stretch silence) {
    return waitAfter(silence.from()) >= silence.seconds();
  }

  private long usualWait(long t) {
    long least = Long.MAX_VALUE;
    for (int hour = 0; hour < HOURS; hour++) {
      least = Math.min(least, waitAfter(t + hour * 3_600L));
    }
    return least;
  }

  private long waitAfter(long t) {
    Instant newest = Instant.ofEpochSecond(t);
    return Math.max(0, rhythm.silentUntil(newest, system).getEpochSecond() - t);
  }
}
