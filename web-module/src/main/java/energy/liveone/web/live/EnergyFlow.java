package energy.liveone.web.live;

import energy.liveone.flowledger.HomePoint;
import java.util.Locale;

/** The six energies that a day is told by, in the order in which pages show them. */
public enum EnergyFlow {
  SOLAR("solar", "generation", "solar", false, HomePoint.SOLAR_KWH),
  LOAD("load", "consumption", "load", false, HomePoint.LOAD_KWH),
  IMPORT("grid", "import", "grid", false, HomePoint.GRID_IMPORT_KWH),
  EXPORT("grid", "export", "export", true, HomePoint.GRID_EXPORT_KWH),
  DISCHARGE("battery", "discharge", "battery", false, HomePoint.BATTERY_DISCHARGE_KWH),
  CHARGE("battery", "charge", "battery", true, HomePoint.BATTERY_CHARGE_KWH);

  private final String subsystem;
  private final String pointType;
  private final String colour;
  private final boolean below;
  private final HomePoint ofHome;

  EnergyFlow(String subsystem, String pointType, String colour, boolean below, HomePoint ofHome) {
    this.subsystem = subsystem;
    this.pointType = pointType;
    this.colour = colour;
    this.below = below;
    this.ofHome = ofHome;
  }

  /** The name in scripts and texts. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What energy flow knows it as. */
  public HomePoint ofHome() {
    return ofHome;
  }

  /** The style of its dot. */
  public String dotClass() {
    return "dot of-" + colour + (below ? " below" : "");
  }

  boolean matches(String ofSubsystem, String ofType) {
    return subsystem.equals(ofSubsystem) && pointType.equals(ofType);
  }
}
