package energy.liveone.setup;

import energy.liveone.system.Alias;
import energy.liveone.vendor.GeoPoint;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of the systems that they want to add from an account they have connected.
 *
 * @param vendorType as typed
 * @param grantId names the connected account
 * @param siteIds the vendor's ids of the systems, at least one, without repetitions
 * @param displayNameOrNull for a single system; the vendor's name when null
 * @param zoneOrNull the vendor's zone when null
 * @param aliasOrNull for a single system
 * @param placeOrNull where they are; null when nobody said
 * @param options switches of the vendor's adapter, for all of them
 * @param points for a single system; what is wanted otherwise of its points
 */
public record GrantedSystems(
    String vendorType,
    int grantId,
    List<String> siteIds,
    @Nullable String displayNameOrNull,
    @Nullable ZoneId zoneOrNull,
    @Nullable Alias aliasOrNull,
    @Nullable GeoPoint placeOrNull,
    Map<String, String> options,
    List<PointChoice> points) {
  public GrantedSystems {
    siteIds = List.copyOf(siteIds);
    options = Map.copyOf(options);
    points = List.copyOf(points);
  }

  Optional<String> displayName() {
    return Optional.ofNullable(displayNameOrNull);
  }

  Optional<ZoneId> zone() {
    return Optional.ofNullable(zoneOrNull);
  }

  Optional<Alias> alias() {
    return Optional.ofNullable(aliasOrNull);
  }

  Optional<GeoPoint> place() {
    return Optional.ofNullable(placeOrNull);
  }
}
