package energy.liveone.vendor.amber;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.FetchResult.NothingNew;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.amber.AmberReply.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one conversation has brought so far: the records of its calls, one after the other, until
 * one is refused. What came before a refusal counts all the same. For one conversation.
 */
final class AmberTalk {
  private final Allowance allowance;
  private final Instant now;
  private final List<AmberRecord> records = new ArrayList<>();
  private String response = "";
  private boolean answered;
  private @Nullable Instant exhaustedUntil;
  private @Nullable Failure refusal;

  AmberTalk(Allowance allowance, Instant now) {
    this.allowance = allowance;
    this.now = now;
  }

  /** What one call brought: records, or the reason why there are none. */
  record Said(List<AmberRecord> records, @Nullable Failure refusal) {}

  /** Makes a call, unless one was refused before or none is allowed any more. */
  CompletionStage<Said> ask(Supplier<CompletionStage<AmberReply>> call) {
    if (refusal != null) {
      return completedStage(new Said(List.of(), refusal));
    }
    if (!allowance.take()) {
      return completedStage(
          refused(Failure.of(FailureCode.RATE_LIMITED, "No call is left for now")));
    }
    return call.get().thenApply(reply -> reply.fold(this::read, no -> refused(no.failure())));
  }

  private Said read(Page page) {
    return AmberPayload.of(page.body())
        .fold(
            listed -> {
              List<AmberRecord> found = listed.records(now);
              if (found.isEmpty() && !listed.objects().isEmpty()) {
                return refused(page.unusable("None of the intervals can be understood"));
              }
              return taken(page, found);
            },
            unusable -> refused(page.unusable(unusable.reason())));
  }

  private Said taken(Page page, List<AmberRecord> found) {
    records.addAll(found);
    // The first answer is the one that a session is about.
    response = answered ? response : page.forSession();
    answered = true;
    AmberLimits.exhaustedUntil(page.answer(), now).ifPresent(until -> exhaustedUntil = until);
    return new Said(found, null);
  }

  private Said refused(Failure failure) {
    refusal = failure;
    return new Said(List.of(), failure);
  }

  /** Whether another call may be made. */
  boolean mayGoOn() {
    return refusal == null && exhaustedUntil == null && allowance.left() > 0;
  }

  /** Until when no call may be made, because Amber said so. */
  Optional<Instant> blockedUntil() {
    Failure failure = refusal;
    return failure != null && failure.code() == FailureCode.RATE_LIMITED
        ? failure.retryTime()
        : Optional.ofNullable(exhaustedUntil);
  }

  /** Everything together. */
  FetchResult result(AmberChannels channels) {
    return result(channels, Instant.MIN, Instant.MAX);
  }

  /** Everything together, of the intervals that end within {@code (from, to]}. */
  FetchResult result(AmberChannels channels, Instant from, Instant to) {
    Failure failure = refusal;
    if (!answered && failure != null) {
      return new Failed(failure);
    }
    Stream<AmberRecord> wanted =
        records.stream().filter(one -> one.end().isAfter(from) && !one.end().isAfter(to));
    Measurements all = AmberReadings.of(wanted.toList(), channels);
    if (all.isEmpty()) {
      return failure == null ? new NothingNew(now, response) : new Failed(failure);
    }
    Instant newest =
        all.intervals().stream()
            .map((IntervalReading one) -> one.measuredAt(now))
            .max(Comparator.naturalOrder())
            .orElse(now);
    return new Fetched(all, newest, response, failure);
  }
}
