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
  FLAGS("flags", "flags"),
  /** Of 5-minute rows only: 0 computed from samples; else 2 estimated, 3 actual, 4 billable. */
  QUALITY("quality", "quality"),
  /**
   * Of 5-minute rows only: the length of the interval in seconds, more than 300 where the vendor
   * tells longer ones.
   */
  DURATION_SECONDS("durationS", "IF(quality = 0, 300, covered_s)");

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

  /** Whether only 5-minute rows have it. */
  public boolean isOfFiveMinutes() {
    return this == QUALITY || this == DURATION_SECONDS;
  }

  /** The column of the aggregate tables, or what is made of columns; empty for {@link #VALUE}. */
  String column() {
    return column;
  }

  /** The field of this wire name. */
  public static Optional<SeriesField> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(f -> f.wireName.equals(wireName)).findFirst();
  }
}
