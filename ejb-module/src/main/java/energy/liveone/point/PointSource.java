package energy.liveone.point;

import java.util.Locale;

/** In which form the values of a point reach us. One point never mixes the two. */
public enum PointSource {
  /** Values at moments: kept as raw readings, from which 5-minute rows are computed. */
  SAMPLES,
  /** Values of whole intervals, revised later: kept as 5-minute rows, without raw readings. */
  INTERVALS;

  /** The name in the database and in API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The source of this wire name. */
  public static PointSource ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
