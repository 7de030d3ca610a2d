package energy.liveone.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The ranges that charts offer, each ending now. */
public enum RangeName {
  HOUR("1H", Duration.ofHours(1)),
  SIX_HOURS("6H", Duration.ofHours(6)),
  DAY("24H", Duration.ofHours(24)),
  WEEK("7D", Duration.ofDays(7)),
  MONTH("30D", Duration.ofDays(30)),
  YEAR("1Y", Duration.ofDays(365));

  private final String wireName;
  private final Duration length;

  RangeName(String wireName, Duration length) {
    this.wireName = wireName;
    this.length = length;
  }

  /** The name in URLs and API shapes. */
  public String wireName() {
    return wireName;
  }

  /** How far back it reaches. */
  public Duration length() {
    return length;
  }

  /** The range of this wire name. */
  public static Optional<RangeName> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(r -> r.wireName.equals(wireName)).findFirst();
  }
}
