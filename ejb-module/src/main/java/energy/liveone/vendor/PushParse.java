package energy.liveone.vendor;

import energy.liveone.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a pushed body says. */
public sealed interface PushParse {

  /**
   * Readings to store.
   *
   * @param identity who pushes, and with which key
   * @param time device time of the measurement
   * @param sequence the sender's label of the batch, its idempotency key
   * @param readings possibly none, when every value was null or unusable
   * @param unknownFields how many fields were not understood
   * @param response the body without its key, for the session
   */
  record Store(
      PushIdentity identity,
      Instant time,
      String sequence,
      List<Reading> readings,
      int unknownFields,
      String response)
      implements PushParse {
    public Store {
      readings = List.copyOf(readings);
    }
  }

  /** A question whether the key is right; nothing is to be stored. */
  record Probe(PushIdentity identity) implements PushParse {}

  /**
   * A body that cannot be used.
   *
   * @param field the offending field, empty when it is the whole body
   * @param identity who pushes, when at least that was readable
   */
  record Invalid(String message, String field, @Nullable PushIdentity identity)
      implements PushParse {}

  /**
   * A well-formed body that the device itself marks as unusable; repeating it is pointless.
   *
   * @param response the body without its key, for the session
   */
  record Unusable(String message, PushIdentity identity, String response) implements PushParse {}

  /**
   * Who pushes.
   *
   * @param vendorSiteId the site, null when the route names it
   * @param apiKey the key in the body, null when it comes in a header
   */
  record PushIdentity(@Nullable String vendorSiteId, @Nullable String apiKey) {
    /** Never prints the key. */
    @Override
    public String toString() {
      return "PushIdentity[" + vendorSiteId + "]";
    }
  }

  /** Decides by case. */
  default <R> R fold(
      Function<Store, R> store,
      Function<Probe, R> probe,
      Function<Invalid, R> invalid,
      Function<Unusable, R> unusable) {
    if (this instanceof Store s) {
      return store.apply(s);
    }
    if (this instanceof Probe p) {
      return probe.apply(p);
    }
    if (this instanceof Invalid i) {
      return invalid.apply(i);
    }
    return unusable.apply((Unusable) this);
  }
}
