package energy.liveone.history;

import java.util.Arrays;
import java.util.Optional;

/** How finely a time series is divided. */
public enum Resolution {
  /** Readings as they came; of points that are told as intervals, these. */
  RAW("raw", 0),
  /** Five minutes. */
  FIVE_MINUTES("5m", 300),
  /** Half hours, combined from five minutes. */
  HALF_HOURS("30m", 1_800),
  /** Hours, combined from five minutes. */
  HOURS("1h", 3_600),
  /** Local days of the system; their length varies. */
  DAILY("daily", 0);

  private final String wireName;
  private final int seconds;

  Resolution(String wireName, int seconds) {
    this.wireName = wireName;
    this.seconds = seconds;
  }

  /** The name in URLs and API shapes. */
  public String wireName() {
    return wireName;
  }

  /** Length of an interval; 0 where it has none or no fixed one. */
  public int seconds() {
    return seconds;
  }

  /** The resolution of this wire name. */
  public static Optional<Resolution> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(r -> r.wireName.equals(wireName)).findFirst();
  }
}
