package energy.liveone.gap;

import energy.liveone.vendor.Failure;
import java.time.Instant;
import java.util.function.Function;

/** What came of asking a vendor for some days of the past. */
public sealed interface PastAnswer {
  /**
   * The vendor answered and what it told is stored.
   *
   * @param rows new or better values; 0 when all of it was known, or when it has nothing
   */
  record Told(int rows) implements PastAnswer {}

  /** The quota has to recover first; nothing was asked. */
  record Postponed(Instant until) implements PastAnswer {}

  /** The vendor, or the way to it, refused; what it told before that is stored. */
  record Failed(Failure failure) implements PastAnswer {}

  /** Decides by case. */
  default <R> R fold(
      Function<Told, R> told, Function<Postponed, R> postponed, Function<Failed, R> failed) {
    if (this instanceof Told t) {
      return told.apply(t);
    }
    if (this instanceof Postponed p) {
      return postponed.apply(p);
    }
    return failed.apply((Failed) this);
  }
}
