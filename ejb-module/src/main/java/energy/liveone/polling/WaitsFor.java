package energy.liveone.polling;

import java.util.Locale;

/** Why a system waits longer than its rhythm although nothing is wrong with it. */
public enum WaitsFor {
  /** Calls under one of the vendor's limits. */
  QUOTA,
  /** A vendor that fails for so many that nobody is sent there for the time being. */
  VENDOR;

  /** The name in the database and in API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason of this wire name. */
  public static WaitsFor ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
