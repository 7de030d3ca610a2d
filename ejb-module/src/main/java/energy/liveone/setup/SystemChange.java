package energy.liveone.setup;

import energy.liveone.vendor.GeoPoint;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change of a system; null leaves a thing as it is.
 *
 * @param aliasOrNull a new alias; empty removes it
 * @param placeOrNull where it is
 * @param activeOrNull true collects it, false pauses it
 * @param defaultOrNull true makes it its owner's default, in place of another one
 */
public record SystemChange(
    @Nullable String displayNameOrNull,
    @Nullable String aliasOrNull,
    @Nullable ZoneId displayTimezoneOrNull,
    @Nullable GeoPoint placeOrNull,
    @Nullable Boolean activeOrNull,
    @Nullable Boolean defaultOrNull) {

  Optional<String> displayName() {
    return Optional.ofNullable(displayNameOrNull);
  }

  Optional<String> alias() {
    return Optional.ofNullable(aliasOrNull);
  }

  Optional<ZoneId> displayTimezone() {
    return Optional.ofNullable(displayTimezoneOrNull);
  }

  Optional<GeoPoint> place() {
    return Optional.ofNullable(placeOrNull);
  }

  Optional<Boolean> active() {
    return Optional.ofNullable(activeOrNull);
  }

  Optional<Boolean> makeDefault() {
    return Optional.ofNullable(defaultOrNull);
  }
}
