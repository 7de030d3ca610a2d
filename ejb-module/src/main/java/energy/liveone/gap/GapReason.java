package energy.liveone.gap;

/** Why a gap is in its state. Names are part of the API and never change. */
public enum GapReason {
  /** Nothing was received; what can be done is not decided yet. */
  NOT_RECEIVED("nothing was received"),
  /** The time before a system was connected. */
  BEFORE_CONNECTION("the system was not connected yet"),
  /** The outage lasts. */
  NOT_REPORTING("nothing is being received"),
  /** The vendor's history will be asked, or is. */
  VENDOR_HAS_HISTORY("the vendor can still tell"),
  /** The vendor's quota has to recover first. */
  QUOTA_SPENT("the vendor's quota has to recover first"),
  /** The last attempt failed; {@code words} say how. */
  VENDOR_FAILED("the vendor could not be asked"),
  /** The vendor had nothing for this time, so far. */
  VENDOR_HAS_NOTHING("the vendor has nothing for this time"),
  /** The device may still deliver what it kept. */
  DEVICE_MAY_DELIVER("the device may still deliver what it kept"),
  /** Data came after all. */
  DATA_CAME("data came after all"),
  /** A counter went on meanwhile. */
  COUNTER_WENT_ON("the counter went on: the energy is credited after the gap"),
  /** Nobody keeps these values. */
  NO_HISTORY("vendor keeps no history"),
  /** The vendor does not answer for times so long ago. */
  OUT_OF_REACH("too long ago for the vendor's history"),
  /** The device never delivered, and what it kept would be too old by now. */
  NEVER_DELIVERED("the device never delivered it");

  private final String words;

  GapReason(String words) {
    this.words = words;
  }

  /** In plain English. */
  public String words() {
    return words;
  }
}
