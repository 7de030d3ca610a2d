package energy.liveone.setup;

import energy.liveone.system.SystemSettings;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.GeoPoint;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of the system that they want to add.
 *
 * @param vendorType as typed; not necessarily a vendor that exists
 * @param credentials by field name
 * @param options switches of the vendor's adapter
 * @param placeOrNull where it is; null when nobody said
 */
public record NewSystem(
    String vendorType,
    SystemSettings settings,
    Credentials credentials,
    Map<String, String> options,
    @Nullable GeoPoint placeOrNull) {
  public NewSystem {
    options = Map.copyOf(options);
  }

  Optional<GeoPoint> place() {
    return Optional.ofNullable(placeOrNull);
  }
}
