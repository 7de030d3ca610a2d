package energy.liveone.polling;

import energy.liveone.quota.LimitOutlook;
import energy.liveone.quota.QuotaDecision.Granted;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.Poll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A poll that has its answer and awaits storing.
 *
 * @param poll what the adapter was given
 * @param granted the calls that were set aside; null for vendors without limits
 * @param done completes with whether the attempt succeeded, once it is stored; exceptionally when
 *     it could not be
 */
record Collected(
    ClaimedSystem system,
    SessionCause cause,
    Instant started,
    Duration duration,
    FetchResult result,
    Poll poll,
    @Nullable Granted granted,
    CompletableFuture<Boolean> done) {

  /** The limits under which it was made. */
  List<LimitOutlook> outlooks() {
    return granted == null ? List.of() : granted.outlooks();
  }

  /** The vendor's word that it was asked too often, also when it still gave something. */
  Optional<Failure> rateLimit() {
    return Optional.ofNullable(
            result.<@Nullable Failure>fold(
                fetched -> fetched.missing(), nothing -> null, failed -> failed.failure()))
        .filter(failure -> failure.code() == FailureCode.RATE_LIMITED);
  }
}
