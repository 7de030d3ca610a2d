package energy.liveone.web.live;

import java.util.Locale;

/** The six energies that a day is told by, in the order in which pages show them. */
public enum EnergyFlow {
  SOLAR("solar", "generation", "solar", false),
  LOAD("load", "consumption", "load", false),
  IMPORT("grid", "import", "grid", false),
  EXPORT("grid", "export", "export", true),
  DISCHARGE("battery", "discharge", "battery", false),
  CHARGE("battery", "charge", "battery", true);

  private final String subsystem;
  private final String pointType;
  private final String colour;
  private final boolean below;

  EnergyFlow(String subsystem, String pointType, String colour, boolean below) {
    this.subsystem = subsystem;
    this.pointType = pointType;
    this.colour = colour;
    this.below = below;
  }

  /** The name in scripts and texts. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The style of its dot. */
  public String dotClass() {
    return "dot of-" + colour + (below ? " below" : "");
  }

  boolean matches(String ofSubsystem, String ofType) {
    return subsystem.equals(ofSubsystem) && pointType.equals(ofType);
  }
}
