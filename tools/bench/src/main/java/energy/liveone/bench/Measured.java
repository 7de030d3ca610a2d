package energy.liveone.bench;

import java.util.Arrays;

/** A set of measurements of the same thing. */
final class Measured {
  private double[] values = new double[16];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  double median() {
    return percentile(50);
  }

  double max() {
    return percentile(100);
  }

  /** The smallest value that {@code percent} of the values do not exceed (nearest rank). */
  double percentile(double percent) {
    if (size == 0) {
      throw new IllegalStateException("Nothing was measured");
    }
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100 * size);
    return sorted[Math.max(1, rank) - 1];
  }
}
