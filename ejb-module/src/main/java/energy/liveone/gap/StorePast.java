package energy.liveone.gap;

import energy.liveone.database.Retry;
import energy.liveone.polling.Attempt;
import energy.liveone.polling.SessionCause;
import energy.liveone.polling.StorePush;
import energy.liveone.reading.Delivery;
import energy.liveone.reading.Reading;
import energy.liveone.reading.Retention;
import energy.liveone.reading.Written;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.Measurements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores what a vendor told of the past, together with the attempt. */
@Dependent
class StorePast {
  private final StorePush store;
  private final Retention retention;
  private final Clock clock;

  @Inject
  StorePast(StorePush store, Retention retention, Clock clock) {
    this.store = store;
    this.retention = retention;
    this.clock = clock;
  }

  PastAnswer store(WatchedSystem system, FetchResult result, Instant started, Duration took) {
    return result.fold(
        fetched -> store(system, fetched, started, took),
        nothing -> {
          store.log(attempt(system, started, took, null, nothing.response(), 0));
          return new PastAnswer.Told(0);
        },
        failed -> {
          store.log(attempt(system, started, took, failed.failure(), null, 0));
          return new PastAnswer.Failed(failed.failure());
        });
  }

  private PastAnswer store(WatchedSystem system, Fetched fetched, Instant started, Duration took) {
    // What is older than raw readings are kept would only be refused.
    Instant oldest = clock.instant().minus(retention.raw());
    List<Reading> samples =
        fetched.measurements().samples().stream()
            .filter(reading -> reading.time().isAfter(oldest))
            .toList();
    Measurements told = fetched.measurements();
    Delivery delivery = new Delivery(system.id(), samples, told.intervals(), told.forecasts());
    Written written = stored(delivery, system, fetched, started, took);
    Failure missing = fetched.missing();
    return missing == null ? new PastAnswer.Told(written.stored()) : new PastAnswer.Failed(missing);
  }

  private Written stored(
      Delivery delivery, WatchedSystem system, Fetched fetched, Instant started, Duration took) {
    return Retry.transaction(
        () ->
            store.store(
                delivery,
                written ->
                    attempt(
                        system,
                        started,
                        took,
                        fetched.missing(),
                        fetched.response(),
                        written.stored())));
  }

  private static Attempt attempt(
      WatchedSystem system,
      Instant started,
      Duration took,
      @Nullable Failure failure,
      @Nullable String response,
      int stored) {
    boolean nothing = failure == null && stored == 0;
    return new Attempt(
        system.id(),
        system.vendor(),
        system.name(),
        SessionCause.BACKFILL,
        started,
        took,
        failure == null || stored > 0,
        failure != null ? failure.code().name() : nothing ? Attempt.NO_DATA : null,
        failure != null ? failure.detail() : nothing ? "Nothing that was not known" : null,
        null,
        response == null && failure != null ? failure.response() : response,
        stored);
  }
}
