package energy.liveone.access;

import java.util.function.Function;

/** The answer to a question of access. */
public sealed interface AccessDecision {
  /** Yes. */
  record Granted() implements AccessDecision {}

  /** No; {@code message} is for the caller and betrays nothing. */
  record Refused(Refusal refusal, String message) implements AccessDecision {}

  /** Decides by case. */
  default <R> R fold(Function<Granted, R> granted, Function<Refused, R> refused) {
    if (this instanceof Granted g) {
      return granted.apply(g);
    }
    return refused.apply((Refused) this);
  }

  /** Does nothing when granted, and throws otherwise. */
  default void orThrow() {
    if (this instanceof Refused r) {
      throw new AccessRefused(r.refusal(), r.message());
    }
  }
}
