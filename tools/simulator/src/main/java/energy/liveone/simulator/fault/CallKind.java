package energy.liveone.simulator.fault;

import java.util.Locale;

/** What a call to a vendor, or of a sender, is for. */
public enum CallKind {
  /** Exchange of a password, code or refresh token for a session or token. */
  LOGIN,
  /** Readings as JSON. */
  DATA,
  /** Pages for people, lists and details. */
  PAGE,
  /** Readings sent by a simulated device. */
  PUSH,
  /** A path that the vendor does not have. */
  UNKNOWN;

  /** The name in the control API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
