package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.Failure;
import java.util.function.Function;

/** What one call brought. */
sealed interface SolarEdgeReply<T> {

  /**
   * What was asked for.
   *
   * @param text the redacted answer, for the session
   */
  record Told<T>(T value, String text) implements SolarEdgeReply<T> {}

  /** The site cannot tell this, and will not soon. */
  record Unsupported<T>(String text) implements SolarEdgeReply<T> {}

  /** The call failed. */
  record Refused<T>(Failure failure) implements SolarEdgeReply<T> {}

  /** Decides by case. */
  default <R> R fold(
      Function<Told<T>, R> told,
      Function<Unsupported<T>, R> unsupported,
      Function<Refused<T>, R> refused) {
    if (this instanceof Told<T> t) {
      return told.apply(t);
    }
    if (this instanceof Unsupported<T> u) {
      return unsupported.apply(u);
    }
    return refused.apply((Refused<T>) this);
  }
}
