package energy.liveone.credential;

import energy.liveone.vendor.Credentials;
import java.util.function.Function;

/** What opening a sealed text brought. */
public sealed interface Unsealing {
  /** The credentials. */
  record Opened(Credentials credentials) implements Unsealing {}

  /** Sealed with another key than the one at hand. */
  record OtherKey(String keyId) implements Unsealing {}

  /** Altered, cut off, of another system, or not a sealed text at all. */
  record Damaged() implements Unsealing {}

  /** Decides by case. */
  default <R> R fold(
      Function<Opened, R> opened, Function<OtherKey, R> otherKey, Function<Damaged, R> damaged) {
    if (this instanceof Opened o) {
      return opened.apply(o);
    }
    if (this instanceof OtherKey o) {
      return otherKey.apply(o);
    }
    return damaged.apply((Damaged) this);
  }
}
