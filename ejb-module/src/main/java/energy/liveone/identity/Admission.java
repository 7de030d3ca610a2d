package energy.liveone.identity;

import energy.liveone.account.AccountProfile;
import java.util.function.Function;

/** Whether a provider's word opens an account. */
public sealed interface Admission {
  /** It opens this one; a second factor, where there is one, is still to be asked for. */
  record Admitted(AccountProfile account) implements Admission {}

  /** It opens none. */
  record TurnedAway(Reason reason) implements Admission {}

  /** Why not. */
  enum Reason {
    /** The provider is configured for people of other e-mail domains. */
    NOT_CONCERNED,
    /** No account is linked, and the provider has not verified an address to find one by. */
    EMAIL_NOT_VERIFIED,
    /**
     * An account has the address, but nobody proved here to own that address; whoever made the
     * account may be somebody else.
     */
    ACCOUNT_NOT_VERIFIED,
    /** There is no account, and none is made. */
    NO_ACCOUNT,
    /** An administrator has disabled the account. */
    DISABLED,
    /** The provider's name of the person is linked with another account. */
    LINKED_ELSEWHERE
  }

  /** Decides by case. */
  default <R> R fold(Function<Admitted, R> admitted, Function<TurnedAway, R> turnedAway) {
    if (this instanceof Admitted a) {
      return admitted.apply(a);
    }
    return turnedAway.apply((TurnedAway) this);
  }
}
