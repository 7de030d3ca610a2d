package energy.liveone.system;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a system decides.
 *
 * @param displayName shown to people, 1 to 100 characters
 * @param aliasOrNull short name in URLs
 * @param displayTimezone the zone whose midnights divide the days
 */
public record SystemSettings(
    String displayName, @Nullable Alias aliasOrNull, ZoneId displayTimezone) {
  private static final int MAX_NAME = 100;

  public SystemSettings {
    displayName = displayName.strip();
    if (displayName.isEmpty() || displayName.length() > MAX_NAME) {
      throw new IllegalArgumentException("A display name has 1 to 100 characters");
    }
  }

  /** The alias, if one was chosen. */
  public Optional<Alias> alias() {
    return Optional.ofNullable(aliasOrNull);
  }
}
