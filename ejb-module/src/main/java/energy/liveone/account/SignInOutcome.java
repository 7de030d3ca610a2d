package energy.liveone.account;

import java.time.Duration;
import java.util.function.Function;

/** What came of an attempt to sign in with a password. */
public sealed interface SignInOutcome {
  /** The password fits. */
  record SignedIn(AccountProfile account) implements SignInOutcome {}

  /** Unknown address or wrong password; deliberately not said which. */
  record Rejected() implements SignInOutcome {}

  /** Too many failures lately, or too many attempts at once; nothing was checked. */
  record Throttled(Duration retryAfter) implements SignInOutcome {}

  /** Decides by case. */
  default <R> R fold(
      Function<SignedIn, R> signedIn,
      Function<Rejected, R> rejected,
      Function<Throttled, R> throttled) {
    if (this instanceof SignedIn s) {
      return signedIn.apply(s);
    }
    if (this instanceof Rejected r) {
      return rejected.apply(r);
    }
    return throttled.apply((Throttled) this);
  }
}
