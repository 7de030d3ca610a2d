package energy.liveone.flow;

import java.util.Locale;

/** The six amounts of a site's balance; none is ever negative. */
public enum Part {
  SOLAR,
  DISCHARGE,
  IMPORT,
  LOAD,
  CHARGE,
  EXPORT;

  /** The name in column names and API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
