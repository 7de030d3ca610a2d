package energy.liveone.web.live;

import java.util.Locale;

/** The four powers that a site is told by. Signs: grid + import, battery + discharge. */
public enum Role {
  SOLAR("generation"),
  LOAD("consumption"),
  BATTERY("bidirectional"),
  GRID("bidirectional");

  private final String pointType;

  Role(String pointType) {
    this.pointType = pointType;
  }

  /** The name in scripts, style sheets and texts; the subsystem of its point. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of the point that carries its power. */
  String pointType() {
    return pointType;
  }
}
