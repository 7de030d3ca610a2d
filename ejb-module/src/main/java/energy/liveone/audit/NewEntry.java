package energy.liveone.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is to be written.
 *
 * @param occurrences how many acts it stands for
 * @param beforeOrNull JSON
 * @param afterOrNull JSON
 */
record NewEntry(
    Instant at,
    AuditActor actor,
    @Nullable String addressOrNull,
    AuditAct act,
    AuditSubject subject,
    int occurrences,
    @Nullable String beforeOrNull,
    @Nullable String afterOrNull) {}
