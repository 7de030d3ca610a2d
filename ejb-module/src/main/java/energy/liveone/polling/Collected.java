package energy.liveone.polling;

import energy.liveone.vendor.FetchResult;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A poll that has its answer and awaits storing.
 *
 * @param done completes with whether the attempt succeeded, once it is stored; exceptionally when
 *     it could not be
 */
record Collected(
    ClaimedSystem system,
    SessionCause cause,
    Instant started,
    Duration duration,
    FetchResult result,
    CompletableFuture<Boolean> done) {}
