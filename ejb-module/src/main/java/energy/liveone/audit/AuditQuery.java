package energy.liveone.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null leaves a thing open.
 *
 * @param actorOrNull a part of the e-mail address or name of who acted
 * @param subjectTypeOrNull such as {@code system}
 * @param concernsAccountOrNull entries of acts by this account or on it
 * @param fromOrNull first moment
 * @param toOrNull last moment
 * @param beforeIdOrNull only entries older than this one, for the next page
 * @param limit 1 to 500
 */
public record AuditQuery(
    @Nullable String actorOrNull,
    @Nullable AuditAct actOrNull,
    @Nullable String subjectTypeOrNull,
    @Nullable String subjectIdOrNull,
    @Nullable Integer concernsAccountOrNull,
    @Nullable Instant fromOrNull,
    @Nullable Instant toOrNull,
    @Nullable Long beforeIdOrNull,
    int limit) {
  /** The longest page. */
  public static final int MAX_LIMIT = 500;

  public AuditQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("A page has 1 to 500 entries");
    }
  }

  /** What concerns one account, newest first. */
  public static AuditQuery of(int account, @Nullable Long beforeIdOrNull, int limit) {
    return new AuditQuery(null, null, null, null, account, null, null, beforeIdOrNull, limit);
  }
}
