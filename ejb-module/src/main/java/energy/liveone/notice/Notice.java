package energy.liveone.notice;

import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One notice to one account.
 *
 * @param systemOrNull the system that it is about
 * @param systemNameOrNull how that is called now
 * @param code what it is about; for a system that is no longer collected, the failure's code
 * @param detail plain words without secrets; may be empty
 * @param readAtOrNull null while unread
 */
public record Notice(
    long id,
    @Nullable SystemId systemOrNull,
    @Nullable String systemNameOrNull,
    String code,
    String detail,
    Instant createdAt,
    @Nullable Instant readAtOrNull) {
  /** The system that it is about, if it is about one. */
  public Optional<SystemId> system() {
    return Optional.ofNullable(systemOrNull);
  }

  /** Whether nobody has read it yet. */
  public boolean unread() {
    return readAtOrNull == null;
  }
}
