package energy.liveone.polling;

import energy.liveone.system.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What a pushing device is told. */
public sealed interface PushReply {
  /** Committed. {@code delay} is our time of receipt minus the device's time. */
  record Stored(SystemId systemId, Instant time, Duration delay, int readings)
      implements PushReply {}

  /** The key is right; nothing was to be stored. */
  record KeyAccepted(SystemId systemId, String displayName) implements PushReply {}

  /** The body cannot be used; {@code field} is empty when it is the whole body. */
  record Invalid(String message, String field) implements PushReply {}

  /** The key is wrong or missing. */
  record KeyRefused() implements PushReply {}

  /** No system has this site id. */
  record UnknownSite() implements PushReply {}

  /** Everything of this time is already stored. */
  record Duplicate(Instant time) implements PushReply {}

  /** Well-formed, but nothing in it can ever be stored. */
  record NothingStorable(String message) implements PushReply {}

  /** Too soon after the previous push of this site. */
  record TooFrequent(Duration retryAfter) implements PushReply {}

  /** Decides by case. */
  default <R> R fold(Cases<R> cases) {
    if (this instanceof Stored c) {
      return cases.stored().apply(c);
    }
    if (this instanceof KeyAccepted c) {
      return cases.keyAccepted().apply(c);
    }
    if (this instanceof Invalid c) {
      return cases.invalid().apply(c);
    }
    if (this instanceof KeyRefused c) {
      return cases.keyRefused().apply(c);
    }
    if (this instanceof UnknownSite c) {
      return cases.unknownSite().apply(c);
    }
    if (this instanceof Duplicate c) {
      return cases.duplicate().apply(c);
    }
    if (this instanceof NothingStorable c) {
      return cases.nothingStorable().apply(c);
    }
    return cases.tooFrequent().apply((TooFrequent) this);
  }

  /** One function per case, so that a new case does not compile until handled. */
  record Cases<R>(
      Function<Stored, R> stored,
      Function<KeyAccepted, R> keyAccepted,
      Function<Invalid, R> invalid,
      Function<KeyRefused, R> keyRefused,
      Function<UnknownSite, R> unknownSite,
      Function<Duplicate, R> duplicate,
      Function<NothingStorable, R> nothingStorable,
      Function<TooFrequent, R> tooFrequent) {}
}
