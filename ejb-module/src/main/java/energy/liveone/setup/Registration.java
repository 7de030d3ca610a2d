package energy.liveone.setup;

import energy.liveone.system.SystemId;
import energy.liveone.vendor.Failure;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of registering a system. */
public sealed interface Registration {
  /**
   * It is stored and will be collected.
   *
   * @param pushKeyOrNull the key for the device, told this once; null for vendors that are polled
   */
  record Registered(SystemId system, @Nullable String pushKeyOrNull) implements Registration {
    /** The key for the device, for push vendors. */
    public Optional<String> pushKey() {
      return Optional.ofNullable(pushKeyOrNull);
    }

    /** Never prints the key. */
    @Override
    public String toString() {
      return "Registered[" + system + "]";
    }
  }

  /** Something that the vendor needs was not typed. */
  record Missing(String field, String message) implements Registration {}

  /** Something that was typed cannot be right. */
  record Invalid(String field, String message) implements Registration {}

  /** The site or the alias is taken. */
  record Conflict(String field, String message) implements Registration {}

  /** The vendor refused for a reason that waiting does not mend. */
  record RefusedByVendor(Failure failure) implements Registration {}

  /** Decides by case. */
  default <R> R fold(Cases<R> cases) {
    if (this instanceof Registered c) {
      return cases.registered().apply(c);
    }
    if (this instanceof Missing c) {
      return cases.missing().apply(c);
    }
    if (this instanceof Invalid c) {
      return cases.invalid().apply(c);
    }
    if (this instanceof Conflict c) {
      return cases.conflict().apply(c);
    }
    return cases.refused().apply((RefusedByVendor) this);
  }

  /** One function per case. */
  record Cases<R>(
      Function<Registered, R> registered,
      Function<Missing, R> missing,
      Function<Invalid, R> invalid,
      Function<Conflict, R> conflict,
      Function<RefusedByVendor, R> refused) {}
}
