package energy.liveone.vendor.enphase;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.vendor.enphase.EnphasePoints.Feed;
import energy.liveone.vendor.enphase.EnphaseReply.Page;
import energy.liveone.vendor.enphase.EnphaseReply.Refused;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads all feeds of a system for a stretch of time, one call after the other. A refusal of the
 * first feed fails the whole; that of another one is told beside what came.
 */
@Dependent
class EnphaseReader {
  private static final Duration VENDORS_DAY = Duration.ofDays(1);

  private final EnphaseClient client;
  private final Clock clock;

  @Inject
  EnphaseReader(EnphaseClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** The system's day so far, as the vendor sees it. */
  CompletionStage<FetchResult> today(
      VendorSystem system, EnphaseAccess access, String path, Allowance allowance) {
    List<Ask> asks = new ArrayList<>();
    EnphasePoints.feeds(system).forEach(feed -> asks.add(new Ask(feed, path + feed.path())));
    return new Reading(access, allowance, Instant.EPOCH, Instant.MAX, asks).begin();
  }

  /**
   * What belongs to {@code (from, to]}. The vendor's day has 24 hours from wherever it is asked to
   * begin, so that a day of 25 takes two calls.
   */
  CompletionStage<FetchResult> stretch(
      VendorSystem system,
      EnphaseAccess access,
      String path,
      Instant from,
      Instant to,
      Allowance allowance) {
    List<Ask> asks = new ArrayList<>();
    for (Feed feed : EnphasePoints.feeds(system)) {
      for (Instant start = from; start.isBefore(to); start = start.plus(VENDORS_DAY)) {
        Instant end = start.plus(VENDORS_DAY);
        asks.add(
            new Ask(
                feed,
                path
                    + feed.path()
                    + "?start_at="
                    + start.getEpochSecond()
                    + "&end_at="
                    + (end.isBefore(to) ? end : to).getEpochSecond()
                    + "&granularity=day"));
      }
    }
    return new Reading(access, allowance, from, to, asks).begin();
  }

  /** One call. */
  private record Ask(Feed feed, String pathAndQuery) {}

  /** The calls of one stretch and what they have brought so far. Used by one call at a time. */
  private final class Reading {
    private final EnphaseAccess access;
    private final Allowance allowance;
    private final Instant from;
    private final Instant to;
    private final List<Ask> asks;
    private final List<IntervalReading> readings = new ArrayList<>();
    private @Nullable Failure missing;
    private @Nullable String response;

    private Reading(
        EnphaseAccess access, Allowance allowance, Instant from, Instant to, List<Ask> asks) {
      this.access = access;
      this.allowance = allowance;
      this.from = from;
      this.to = to;
      this.asks = asks;
    }

    private CompletionStage<FetchResult> begin() {
      return next(0);
    }

    private CompletionStage<FetchResult> next(int place) {
      if (place == asks.size()) {
        return completedStage(result());
      }
      if (!allowance.take()) {
        miss(Failure.of(FailureCode.RATE_LIMITED, "The plan leaves no call").asExpected());
        return completedStage(result());
      }
      return client
          .get(access, asks.get(place).pathAndQuery())
          .thenCompose(
              reply ->
                  reply.fold(
                      page -> {
                        take(asks.get(place).feed(), page);
                        return next(place + 1);
                      },
                      refused -> refused(place, refused)));
    }

    private CompletionStage<FetchResult> refused(int place, Refused refused) {
      if (refused.isOutOfTime() && isToday()) {
        return next(place + 1);
      }
      miss(refused.failure());
      return place == 0 || endsAll(refused.failure().code())
          ? completedStage(result())
          : next(place + 1);
    }

    /** The vendor finds a day out of time that has only begun, or not yet by its own clock. */
    private boolean isToday() {
      return to.isAfter(clock.instant().minus(Duration.ofMinutes(5)));
    }

    private static boolean endsAll(FailureCode code) {
      return code == FailureCode.RATE_LIMITED
          || code == FailureCode.AUTH_EXPIRED
          || code == FailureCode.NOT_CONFIGURED;
    }

    private void take(Feed feed, Page page) {
      EnphasePayload.of(page.body(), feed, clock.instant())
          .fold(
              telemetry -> {
                telemetry.readings().stream()
                    .filter(reading -> reading.end().isAfter(from) && !reading.end().isAfter(to))
                    .forEach(readings::add);
                keep(page);
                return telemetry;
              },
              unusable -> {
                miss(
                    HttpFailures.of(
                        FailureCode.BAD_RESPONSE,
                        unusable.reason(),
                        page.answer(),
                        page.redaction()));
                return unusable;
              });
    }

    /** The session keeps the first answer only: it is the production. */
    private void keep(Page page) {
      if (response == null) {
        response = page.forSession();
      }
    }

    private void miss(Failure failure) {
      if (missing == null) {
        missing = failure;
      }
    }

    private FetchResult result() {
      Instant newest =
          readings.stream().map(IntervalReading::end).max(Instant::compareTo).orElse(null);
      if (newest != null) {
        return new Fetched(Measurements.ofIntervals(readings), newest, response, missing);
      }
      Instant asOf = from.equals(Instant.EPOCH) ? clock.instant() : from;
      return missing == null ? new NothingNew(asOf, response) : new Failed(missing);
    }
  }
}
