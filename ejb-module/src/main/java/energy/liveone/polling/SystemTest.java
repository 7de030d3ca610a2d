package energy.liveone.polling;

import energy.liveone.vendor.ConnectionTest;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What testing a system came to. */
public sealed interface SystemTest {

  /**
   * The vendor was asked, or why it could not be.
   *
   * @param outcome without anything secret
   */
  record Asked(Instant startedAt, Duration took, ConnectionTest outcome) implements SystemTest {}

  /** Its device calls us: there is nobody to ask. */
  record Pushes() implements SystemTest {}

  /** Decides by case. */
  default <R> R fold(Function<Asked, R> asked, Function<Pushes, R> pushes) {
    if (this instanceof Asked a) {
      return asked.apply(a);
    }
    return pushes.apply((Pushes) this);
  }
}
