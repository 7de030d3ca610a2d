package energy.liveone.history;

import energy.liveone.polling.SessionCause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One contact with a vendor, as its system's page shows it.
 *
 * @param errorCode standard code; may stand beside success ({@code NO_DATA})
 * @param error plain words without secrets
 * @param rows readings stored
 */
public record Contact(
    Instant started,
    Duration duration,
    SessionCause cause,
    boolean successful,
    @Nullable String errorCode,
    @Nullable String error,
    int rows) {}
