package energy.liveone.signin;

import energy.liveone.account.AccountProfile;
import java.time.Duration;
import java.util.function.Function;

/** What came of an attempt to sign in, or to prove once more to be the owner of an account. */
public sealed interface SignInOutcome {
  /** All that the account asks for fits. */
  record SignedIn(AccountProfile account) implements SignInOutcome {}

  /** The password fits; a code of the second factor is missing. */
  record NeedsCode(AccountProfile account) implements SignInOutcome {}

  /** Unknown address, wrong password or wrong code; deliberately not said which. */
  record Rejected() implements SignInOutcome {}

  /** Too many failures lately, or too many attempts at once; nothing was checked. */
  record Throttled(Duration retryAfter) implements SignInOutcome {}

  /** Decides by case. */
  default <R> R fold(
      Function<SignedIn, R> signedIn,
      Function<NeedsCode, R> needsCode,
      Function<Rejected, R> rejected,
      Function<Throttled, R> throttled) {
    if (this instanceof SignedIn s) {
      return signedIn.apply(s);
    }
    if (this instanceof NeedsCode n) {
      return needsCode.apply(n);
    }
    if (this instanceof Rejected r) {
      return rejected.apply(r);
    }
    return throttled.apply((Throttled) this);
  }
}
