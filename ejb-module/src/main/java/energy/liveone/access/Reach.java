package energy.liveone.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a caller's rights reach. It only ever takes away: what it leaves is granted by ownership,
 * role or share all the same.
 *
 * @param mayChange whether requests that change something are served
 * @param onlyOrNull the systems and composites that exist for the caller, possibly none; null for
 *     no such restriction
 */
public record Reach(boolean mayChange, @Nullable Set<Subject> onlyOrNull) {
  /** No restriction. */
  public static final Reach FULL = new Reach(true, null);

  public Reach {
    onlyOrNull = onlyOrNull == null ? null : Set.copyOf(onlyOrNull);
  }

  /** Whether nothing is left out. */
  boolean isWhole() {
    return onlyOrNull == null;
  }

  /** Whether this exists for the caller. */
  public boolean contains(Subject subject) {
    return onlyOrNull == null || onlyOrNull.contains(subject);
  }
}
