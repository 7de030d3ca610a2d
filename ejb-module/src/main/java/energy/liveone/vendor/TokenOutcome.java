package energy.liveone.vendor;

import java.util.function.Function;

/** What came of asking for tokens. */
public sealed interface TokenOutcome {

  /** There are tokens. */
  record Granted(OAuthTokens tokens) implements TokenOutcome {}

  /** There are none: {@link FailureCode#AUTH_EXPIRED} when only the owner can give new ones. */
  record Refused(Failure failure) implements TokenOutcome {}

  /** Decides by case. */
  default <R> R fold(Function<Granted, R> granted, Function<Refused, R> refused) {
    if (this instanceof Granted g) {
      return granted.apply(g);
    }
    return refused.apply((Refused) this);
  }
}
