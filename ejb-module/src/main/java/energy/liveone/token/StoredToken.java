package energy.liveone.token;

import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it.
 *
 * @param bySignIn whether it came from signing in; it ends with sign-out everywhere
 * @param systemsOrNull the only systems that it works for, possibly none; null for all
 * @param lastUsedOrNull to the minute
 * @param lastUsedFromOrNull network address
 */
public record StoredToken(
    int id,
    String name,
    TokenScope scope,
    boolean bySignIn,
    @Nullable Set<SystemId> systemsOrNull,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedOrNull,
    @Nullable String lastUsedFromOrNull) {
  /** The only systems that it works for; empty for all. */
  public Optional<Set<SystemId>> systems() {
    return Optional.ofNullable(systemsOrNull);
  }

  /** When it was used last. */
  public Optional<Instant> lastUsed() {
    return Optional.ofNullable(lastUsedOrNull);
  }

  /** From where it was used last. */
  public Optional<String> lastUsedFrom() {
    return Optional.ofNullable(lastUsedFromOrNull);
  }
}
