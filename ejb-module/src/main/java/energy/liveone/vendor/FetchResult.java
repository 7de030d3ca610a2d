package energy.liveone.vendor;

import energy.liveone.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The outcome of one poll of one system. Every caller handles every case through {@link #fold}. */
public sealed interface FetchResult {

  /**
   * The vendor delivered something to store.
   *
   * @param measurements not empty
   * @param observedAt the vendor's time of the newest of them
   * @param response the redacted answer, for the session
   * @param missing why a part of what was asked for could not be had; null when all was
   */
  record Fetched(
      Measurements measurements,
      Instant observedAt,
      @Nullable String response,
      @Nullable Failure missing)
      implements FetchResult {

    /** Samples, with nothing missing. */
    public static Fetched of(List<Reading> samples, Instant observedAt, @Nullable String response) {
      return new Fetched(Measurements.of(samples), observedAt, response, null);
    }
  }

  /**
   * A valid answer without anything new.
   *
   * @param asOf the time of the newest thing that the vendor has
   */
  record NothingNew(Instant asOf, @Nullable String response) implements FetchResult {}

  /** The call failed. */
  record Failed(Failure failure) implements FetchResult {}

  /** Decides by case. */
  default <R> R fold(
      Function<Fetched, R> fetched,
      Function<NothingNew, R> nothingNew,
      Function<Failed, R> failed) {
    if (this instanceof Fetched f) {
      return fetched.apply(f);
    }
    if (this instanceof NothingNew n) {
      return nothingNew.apply(n);
    }
    return failed.apply((Failed) this);
  }
}
