package energy.liveone.history;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to get data.
 *
 * @param startedMillis epoch milliseconds
 * @param response the redacted vendor response
 * @param numRows readings stored
 */
public record SessionEntry(
    long id,
    int systemId,
    String vendorType,
    String systemName,
    String cause,
    long startedMillis,
    @Nullable Long durationMs,
    boolean successful,
    @Nullable String errorCode,
    @Nullable String error,
    @Nullable String label,
    @Nullable String response,
    @Nullable Long numRows) {}
