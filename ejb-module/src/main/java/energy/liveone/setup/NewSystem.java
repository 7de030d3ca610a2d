package energy.liveone.setup;

import energy.liveone.system.SystemSettings;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.GeoPoint;
import java.util.List;
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
 * @param points what is wanted otherwise of its points than the vendor has them
 * @param toldOrNull what the vendor told when these credentials were tried a moment ago; when null,
 *     it is asked now
 */
public record NewSystem(
    String vendorType,
    SystemSettings settings,
    Credentials credentials,
    Map<String, String> options,
    @Nullable GeoPoint placeOrNull,
    List<PointChoice> points,
    @Nullable Connected toldOrNull) {
  public NewSystem {
    options = Map.copyOf(options);
    points = List.copyOf(points);
  }

  Optional<GeoPoint> place() {
    return Optional.ofNullable(placeOrNull);
  }

  Optional<Connected> told() {
    return Optional.ofNullable(toldOrNull);
  }
}
