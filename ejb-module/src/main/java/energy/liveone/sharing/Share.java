package energy.liveone.sharing;

import energy.liveone.access.Subject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way in which something is shared, as its owner sees it.
 *
 * @param emailOrNull of the viewer, or where the invitation was sent; null for links
 * @param nameOrNull of the viewer, or what its maker calls a link; null for invitations
 * @param expiresAtOrNull of invitations and links
 * @param lastUsedOrNull to the minute
 */
public record Share(
    int id,
    ShareKind kind,
    Subject subject,
    @Nullable String emailOrNull,
    @Nullable String nameOrNull,
    Instant createdAt,
    @Nullable Instant expiresAtOrNull,
    @Nullable Instant lastUsedOrNull) {
  /** Until when it works; empty for as long as nobody ends it. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAtOrNull);
  }

  /** When it was used last. */
  public Optional<Instant> lastUsed() {
    return Optional.ofNullable(lastUsedOrNull);
  }

  /** Whether it works no more. */
  public boolean isExpiredAt(Instant now) {
    return expiresAtOrNull != null && !now.isBefore(expiresAtOrNull);
  }
}
