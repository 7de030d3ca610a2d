package energy.liveone.web.card;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The curve of a day as paths of a drawing: x counts quarter hours from midnight, y goes from 0 at
 * the top to 100. The scale contains zero, so that sizes can be compared. {@code sparkline.js} has
 * the same rules.
 *
 * @param slots width: the quarter hours of the day
 * @param zero y of nothing
 * @param area path of a filled area down to zero; empty for none
 * @param line path of a line; empty for none
 */
public record Sparkline(int slots, String zero, String area, String line) {
  private static final double[] NOTHING = {};

  /** Room for the stroke above and below. */
  private static final double MARGIN = 4;

  private static final double HEIGHT = 100;

  /** How many quarter hours may be missing between two that are joined: some tell half hours. */
  private static final int BRIDGED = 2;

  /** How values of one curve become places. */
  private record Scale(double lowest, double highest) {
    static Scale of(double least, double[]... curves) {
      double lowest = known(curves).min().orElse(0);
      double highest = known(curves).max().orElse(0);
      return new Scale(Math.min(0, lowest), Math.max(least, highest));
    }

    private static DoubleStream known(double[]... curves) {
      return Arrays.stream(curves).flatMapToDouble(Arrays::stream).filter(v -> !Double.isNaN(v));
    }

    String y(double value) {
      return written(MARGIN + (highest - value) / (highest - lowest) * (HEIGHT - 2 * MARGIN));
    }
  }

  /** A day of which nothing is known. */
  static Sparkline empty(int slots) {
    return ofPowers(slots, NOTHING, NOTHING, 1);
  }

  /**
   * Draws powers.
   *
   * @param area by quarter hour, NaN where unknown; empty for none
   * @param line the same
   * @param least what the scale reaches at least, so that next to nothing looks like it
   */
  public static Sparkline ofPowers(int slots, double[] area, double[] line, double least) {
    Scale scale = Scale.of(least, area, line);
    return new Sparkline(slots, scale.y(0), filled(area, scale), joined(line, scale));
  }

  /** Draws what stays the same over each quarter hour, such as a price. */
  public static Sparkline ofSteps(int slots, double[] line, double least) {
    Scale scale = Scale.of(least, line, NOTHING);
    return new Sparkline(slots, scale.y(0), "", stepped(line, scale));
  }

  private static String filled(double[] values, Scale scale) {
    StringBuilder path = new StringBuilder();
    forRuns(
        values,
        BRIDGED,
        (first, last) -> {
          String zero = scale.y(0);
          path.append('M').append(start(first, last)).append(',').append(zero);
          path.append(points(values, first, last, 'L', scale));
          path.append('L').append(end(first, last)).append(',').append(zero).append('Z');
        });
    return path.toString();
  }

  private static String joined(double[] values, Scale scale) {
    StringBuilder path = new StringBuilder();
    forRuns(values, BRIDGED, (first, last) -> path.append(points(values, first, last, 'M', scale)));
    return path.toString();
  }

  /** One point in the middle of each quarter hour; a lone one is drawn over the whole of it. */
  private static String points(double[] values, int first, int last, char begin, Scale scale) {
    StringBuilder path = new StringBuilder();
    path.append(begin).append(start(first, last)).append(',').append(scale.y(values[first]));
    for (int i = first + 1; i <= last; i++) {
      if (!Double.isNaN(values[i])) {
        path.append('L').append(written(i + 0.5)).append(',').append(scale.y(values[i]));
      }
    }
    return first == last ? path.append('H').append(end(first, last)).toString() : path.toString();
  }

  private static String start(int first, int last) {
    return written(first == last ? first : first + 0.5);
  }

  private static String end(int first, int last) {
    return written(first == last ? last + 1 : last + 0.5);
  }

  private static String stepped(double[] values, Scale scale) {
    StringBuilder path = new StringBuilder();
    forRuns(
        values,
        0,
        (first, last) -> {
          path.append('M').append(first).append(',').append(scale.y(values[first]));
          for (int i = first; i <= last; i++) {
            path.append('V').append(scale.y(values[i])).append('H').append(i + 1);
          }
        });
    return path.toString();
  }

  private interface RunSink {
    void accept(int first, int last);
  }

  /** Stretches of known values with at most so many unknown ones between two of them. */
  private static void forRuns(double[] values, int bridged, RunSink sink) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        continue;
      }
      if (first >= 0 && i - last > bridged + 1) {
        sink.accept(first, last);
        first = -1;
      }
      first = first < 0 ? i : first;
      last = i;
    }
    if (first >= 0) {
      sink.accept(first, last);
    }
  }

  /** With one decimal at most. */
  private static String written(double number) {
    long tenths = Math.round(number * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }
}
