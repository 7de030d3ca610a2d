package energy.liveone.polling;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.PushParse.PushIdentity;

/** Takes in what devices push: checks the key, validates, stores, and logs the attempt. */
public interface ReceivePush {
  /** Whether devices of this vendor push at all. */
  boolean knows(VendorType vendor);

  /**
   * Handles one push; when it answers {@link PushReply.Stored} the readings are committed.
   *
   * @param format {@code ""} for the vendor's main format, else a variant such as {@code native}
   * @param body as received
   * @param outer site and key from route and headers, which win over those in the body; both may be
   *     null
   */
  PushReply receive(VendorType vendor, String format, String body, PushIdentity outer);
}
