package energy.liveone.system;

import java.util.Locale;

/** Whether a system is collected. Stored and shown in lower case. */
public enum SystemStatus {
  /** Collected on its vendor's schedule. */
  ACTIVE,
  /** Stopped by its owner. */
  PAUSED,
  /** Stopped by us, because the vendor keeps refusing its credentials. */
  ERROR;

  /** The name in the database and in API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of this wire name. */
  public static SystemStatus ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
