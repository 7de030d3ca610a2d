package energy.liveone.gap;

import java.util.Locale;

/** What is to be done about a gap, or was. */
public enum GapState {
  /** Something may still fill it. */
  OPEN,
  /** The vendor is being asked. */
  FILLING,
  /** There is data now. */
  FILLED,
  /** Its energy is known, only not how it was spread over the time. */
  ESTIMATED,
  /** Nothing will fill it. */
  PERMANENT;

  /** The name in the database and in API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of this wire name. */
  public static GapState ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /** Whether data that comes now still changes it. */
  boolean isUnsettled() {
    return this == OPEN || this == FILLING;
  }
}
