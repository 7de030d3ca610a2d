package energy.liveone.reading;

import energy.liveone.system.SystemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The systems and points as storing and aggregating need them; never older than the last committed
 * change.
 */
public interface PointCatalog {
  /** Existing systems among these, by id. Joins the caller's transaction. */
  Map<Integer, CollectedSystem> of(Collection<Integer> systems);

  /** Forgets what is kept of a system: it was read in a transaction that came to nothing. */
  default void forget(SystemId system) {
    // Nothing to do for a catalogue that keeps nothing.
  }

  /** One system. */
  default Optional<CollectedSystem> of(SystemId system) {
    return Optional.ofNullable(of(List.of(system.value())).get(system.value()));
  }
}
