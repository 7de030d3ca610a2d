package energy.liveone.history;

import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.system.SystemId;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The values of one point, ascending by time, in primitive arrays. What is missing is NaN in the
 * arrays and must be left out of answers. Not for changing once it is in a {@link History}.
 */
public final class Series {
  private final Subject subject;
  private final Map<SeriesField, double[]> columns = new EnumMap<>(SeriesField.class);
  private long[] times = new long[64];
  private int size;

  /** Whose values they are; {@code zone} divides the system's days. */
  public record Subject(
      int pointId,
      SystemId system,
      PointKey key,
      NumberClass numberClass,
      PointSource source,
      String label,
      String unit,
      ZoneId zone) {}

  Series(Subject subject, Set<SeriesField> fields) {
    this.subject = subject;
    fields.forEach(field -> columns.put(field, new double[times.length]));
  }

  /** Adds a time later than all before; all its values are missing until they are {@link #set}. */
  void append(long epochSecond) {
    if (size == times.length) {
      int longer = size * 2;
      times = Arrays.copyOf(times, longer);
      columns.replaceAll((field, values) -> Arrays.copyOf(values, longer));
    }
    times[size] = epochSecond;
    for (double[] values : columns.values()) {
      values[size] = Double.NaN;
    }
    size++;
  }

  /** Sets a value of the time that was appended last. */
  void set(SeriesField field, double value) {
    columns.get(field)[size - 1] = value;
  }

  /** The same at these times only, ascending. */
  Series at(long[] wanted) {
    Series copy = new Series(subject, columns.keySet());
    int next = 0;
    for (int index = 0; index < size && next < wanted.length; index++) {
      while (next < wanted.length && wanted[next] < times[index]) {
        next++;
      }
      if (next < wanted.length && wanted[next] == times[index]) {
        copy.append(times[index]);
        for (SeriesField field : columns.keySet()) {
          copy.set(field, valueAt(field, index));
        }
      }
    }
    return copy;
  }

  /** Whose values they are. */
  public Subject subject() {
    return subject;
  }

  /** Number of times. */
  public int size() {
    return size;
  }

  /**
   * The time at an index, in epoch seconds: of the reading; else the inclusive end of the interval;
   * but for days their exclusive start, local midnight.
   */
  public long timeAt(int index) {
    return times[index];
  }

  /** The value of a field at an index; NaN when missing. */
  public double valueAt(SeriesField field, int index) {
    return columns.get(field)[index];
  }
}
