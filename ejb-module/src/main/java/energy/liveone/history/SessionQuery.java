package energy.liveone.history;

import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which attempts are wanted; null leaves a thing open.
 *
 * @param beforeIdOrNull only attempts older than this one, for the next page
 * @param limit 1 to 500
 */
public record SessionQuery(
    @Nullable SystemId systemOrNull,
    @Nullable String vendorTypeOrNull,
    @Nullable Boolean successfulOrNull,
    @Nullable String causeOrNull,
    @Nullable String errorCodeOrNull,
    @Nullable Instant fromOrNull,
    @Nullable Instant toOrNull,
    @Nullable Long beforeIdOrNull,
    int limit) {
  /** The longest page. */
  public static final int MAX_LIMIT = 500;

  public SessionQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("A page has 1 to 500 attempts");
    }
  }

  Optional<SystemId> system() {
    return Optional.ofNullable(systemOrNull);
  }
}
