package energy.liveone.vendor;

import energy.liveone.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The outcome of one poll of one system. Every caller handles every case through {@link #fold}. */
public sealed interface FetchResult {

  /**
   * The vendor delivered readings.
   *
   * @param readings at least one; a metric that was not reported is absent
   * @param observedAt the vendor's time of the newest reading
   * @param response the redacted answer, for the session
   */
  record Fetched(List<Reading> readings, Instant observedAt, @Nullable String response)
      implements FetchResult {
    public Fetched {
      readings = List.copyOf(readings);
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
