package energy.liveone.lease;

import java.time.Duration;
import java.util.Optional;

/**
 * Leases in the database. All methods join the caller's transaction where there is one: a claim
 * becomes visible with its commit, and until then others who claim the same task wait.
 */
public interface Leases {
  /**
   * Takes the task when nobody has it or its holder let the lease run out.
   *
   * @param length whole seconds until the lease runs out unless renewed
   * @return empty when another holder is alive, this node included
   */
  Optional<Lease> claim(String task, Duration length);

  /**
   * Extends the lease.
   *
   * @return false when it ran out and somebody else took it
   */
  boolean renew(Lease lease, Duration length);

  /** Gives the task back; does nothing when somebody else took it. */
  void release(Lease lease);

  /** Whether somebody took the task, did not give it back, and is taken for dead. */
  boolean isAbandoned(String task);
}
