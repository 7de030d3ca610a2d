package energy.liveone.web.live;

import java.util.Locale;

/** What energy costs, in c/kWh: positive when the owner pays. */
public enum Price {
  IMPORT,
  EXPORT;

  /** The name in scripts and texts; the type of the point that carries it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
