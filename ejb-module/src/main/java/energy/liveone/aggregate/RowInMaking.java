package energy.liveone.aggregate;

import energy.liveone.point.NumberClass;
import org.jspecify.annotations.Nullable;

/** Accumulates one 5-minute row. */
final class RowInMaking {
  private final long end;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double sum;
  private int count;
  private double first;
  private double last;
  private @Nullable Double delta;
  private double weighted;
  private int covered;
  private int flags;

  RowInMaking(long end) {
    this.end = end;
  }

  long end() {
    return end;
  }

  void mark(Flag flag) {
    flags |= flag.bit();
  }

  void cover(int seconds, double value) {
    covered += seconds;
    weighted += value * seconds;
  }

  void addSample(double value) {
    if (count == 0) {
      first = value;
    }
    last = value;
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    count++;
  }

  void addLevel(double level) {
    addSample(level);
  }

  void addDelta(@Nullable Double rise, boolean afterGap, boolean reset) {
    if (rise == null) {
      return;
    }
    delta = delta == null ? rise : delta + rise;
    if (afterGap) {
      mark(Flag.ESTIMATED);
    }
    if (reset) {
      mark(Flag.RESET);
    }
  }

  Aggregate finish(NumberClass numberClass) {
    if (covered < FiveMinuteBucket.SECONDS) {
      mark(Flag.PARTIAL);
    }
    boolean gauge = numberClass == NumberClass.GAUGE;
    boolean counter = numberClass == NumberClass.COUNTER;
    boolean any = count > 0;
    return new Aggregate(
        end,
        any ? min : null,
        any ? max : null,
        gauge ? (Double) (weighted / covered) : null,
        any && !counter ? sum : null,
        count,
        any ? first : null,
        any ? last : null,
        counter ? delta : null,
        covered,
        flags);
  }
}
