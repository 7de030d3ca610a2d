package energy.liveone.setup;

import energy.liveone.system.SystemSettings;
import energy.liveone.vendor.Credentials;
import java.util.Map;

/**
 * What somebody says of the system that they want to add.
 *
 * @param vendorType as typed; not necessarily a vendor that exists
 * @param credentials by field name
 * @param options switches of the vendor's adapter
 */
public record NewSystem(
    String vendorType,
    SystemSettings settings,
    Credentials credentials,
    Map<String, String> options) {
  public NewSystem {
    options = Map.copyOf(options);
  }
}
