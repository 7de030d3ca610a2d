package energy.liveone.point;

import java.util.Locale;

/** The physical or economic quantity that a point measures. */
public enum MetricType {
  POWER,
  ENERGY,
  SOC,
  VOLTAGE,
  CURRENT,
  FREQUENCY,
  TEMPERATURE,
  RATE,
  PROPORTION,
  VALUE,
  COUNT,
  STATUS,
  CODE,
  TIME;

  /** The name in the database and in API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The quantity of this wire name. */
  public static MetricType ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
