package energy.liveone.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry.
 *
 * @param actorKind wire name
 * @param act wire name
 * @param occurrences how many acts it stands for
 * @param before JSON of what was there; null where that says nothing
 * @param after JSON of what is there now, or of what happened
 */
public record AuditEntry(
    long id,
    Instant at,
    String actorKind,
    @Nullable Integer actorAccount,
    @Nullable String actorEmail,
    @Nullable String actorName,
    @Nullable String address,
    String act,
    String subjectType,
    @Nullable String subjectId,
    int occurrences,
    @Nullable String before,
    @Nullable String after) {}
