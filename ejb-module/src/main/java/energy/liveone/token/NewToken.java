package energy.liveone.token;

import energy.liveone.system.SystemId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a token to be.
 *
 * @param name 1 to 100 characters, for its owner to know it again
 * @param systemsOrNull the only systems that it works for; null for all
 * @param lifetime how long it works
 */
public record NewToken(
    String name, TokenScope scope, @Nullable Set<SystemId> systemsOrNull, Duration lifetime) {
  /** Longest name. */
  public static final int MAX_NAME = 100;

  /** Most systems that can be chosen one by one. */
  public static final int MAX_SYSTEMS = 100;

  public NewToken {
    name = name.strip();
    systemsOrNull = systemsOrNull == null ? null : Set.copyOf(systemsOrNull);
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException("A token's name has 1 to 100 characters");
    }
    if (systemsOrNull != null
        && (systemsOrNull.isEmpty()
            || systemsOrNull.size() > MAX_SYSTEMS
            || scope == TokenScope.ADMIN)) {
      throw new IllegalArgumentException("1 to 100 systems can be chosen, not for administration");
    }
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("A token works for some time");
    }
  }

  /** The only systems that it works for; empty for all. */
  public Optional<Set<SystemId>> systems() {
    return Optional.ofNullable(systemsOrNull);
  }
}
