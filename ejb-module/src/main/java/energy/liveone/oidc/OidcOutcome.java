package energy.liveone.oidc;

import energy.liveone.identity.ProvenPerson;
import java.util.function.Function;

/** What came of signing in at a provider. */
public sealed interface OidcOutcome {
  /** The provider vouches for somebody. */
  record Proven(ProvenPerson person) implements OidcOutcome {}

  /** It does not, or not in a way that counts. */
  record Unproven(Problem problem) implements OidcOutcome {}

  /** Why not. */
  enum Problem {
    /** The provider does not answer, or answers with what cannot be read. */
    UNREACHABLE,
    /** The person, or the provider, said no. */
    DENIED,
    /** What came back is not what this browser asked for, or the provider did not take it. */
    REFUSED
  }

  /** Decides by case. */
  default <R> R fold(Function<Proven, R> proven, Function<Unproven, R> unproven) {
    if (this instanceof Proven p) {
      return proven.apply(p);
    }
    return unproven.apply((Unproven) this);
  }
}
