package energy.liveone.token;

import energy.liveone.account.AccountProfile;
import energy.liveone.system.SystemId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a token that works.
 *
 * @param name what its owner calls it
 * @param account as it is now
 * @param systemsOrNull the only systems that the token works for, possibly none; null for all
 */
public record TokenBearer(
    String name, AccountProfile account, TokenScope scope, @Nullable Set<SystemId> systemsOrNull) {
  public TokenBearer {
    systemsOrNull = systemsOrNull == null ? null : Set.copyOf(systemsOrNull);
  }

  /** The only systems that the token works for; empty for all. */
  public Optional<Set<SystemId>> systems() {
    return Optional.ofNullable(systemsOrNull);
  }
}
