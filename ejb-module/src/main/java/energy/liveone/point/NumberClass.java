package energy.liveone.point;

import java.util.Locale;

/** How the numbers of a point relate to time, and hence how they aggregate. */
public enum NumberClass {
  /** A momentary value (W, %, °C); averages by time covered. */
  GAUGE,
  /** A lifetime reading that only rises (kWh); aggregates by difference, never by sum. */
  COUNTER,
  /** An amount that belongs to the time since the previous value (kWh); aggregates by sum. */
  INTERVAL;

  /** The name in the database and in API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of this wire name. */
  public static NumberClass ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
