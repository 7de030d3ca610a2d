package energy.liveone.vendor;

import energy.liveone.system.VendorType;
import java.util.List;

/**
 * The role of a vendor whose devices call us. It only reads the payload; the key is checked, and
 * the readings are stored, by the caller.
 */
public interface PushReceiver {
  /** The vendor whose devices push. */
  VendorType vendorType();

  /**
   * Reads a pushed body.
   *
   * @param format {@code ""} for the vendor's main format, else the name of a variant such as
   *     {@code native}
   * @param body as received, at most 64 KiB
   */
  PushParse parse(String format, String body);

  /** The fields that the main format knows, for the vendor's readiness page. */
  List<String> knownFields();
}
