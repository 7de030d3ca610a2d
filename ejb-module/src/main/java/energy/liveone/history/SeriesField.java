package energy.liveone.history;

import java.util.Arrays;
import java.util.Optional;

/** One number of an aggregate row. Raw readings have only a {@link #VALUE}. */
public enum SeriesField {
  /**
   * The number that a chart draws: the reading itself; else the average of a gauge, the energy
   * within the interval of a counter, the sum of interval energy.
   */
  VALUE("value", ""),
  MIN("min", "min"),
  MAX("max", "max"),
  AVG("avg", "avg"),
  SUM("sum", "sum"),
  COUNT("count", "count"),
  FIRST("first", "first"),
  LAST("last", "last"),
  DELTA("delta", "delta"),
  /** Seconds of the interval that are evidenced by samples. */
  COVERED_SECONDS("coveredS", "covered_s"),
  /** Bits: 1 estimated, 2 reset, 4 gap, 8 corrected, 16 partial. */
  FLAGS("flags", "flags");

  private final String wireName;
  private final String column;

  SeriesField(String wireName, String column) {
    this.wireName = wireName;
    this.column = column;
  }

  /** The name in URLs, and the suffix of keys in answers. */
  public String wireName() {
    return wireName;
  }

  /** The column of the aggregate tables; empty for {@link #VALUE}. */
  String column() {
    return column;
  }

  /** The field of this wire name. */
  public static Optional<SeriesField> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(f -> f.wireName.equals(wireName)).findFirst();
  }
}
