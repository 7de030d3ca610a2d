package energy.liveone.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Leases in the database. Each method is a transaction, or part of the caller's. */
public interface Leases {
  /**
   * Takes the task, and begins it, when nobody has it or its holder let the lease run out. Until
   * {@code begin} returns, others who claim the same task wait; when it throws, nothing was
   * claimed.
   *
   * @param length whole seconds until the lease runs out unless renewed
   * @return what {@code begin} returned; empty when another holder is alive, be it on this node
   */
  <T> Optional<T> claim(String task, Duration length, Function<Lease, T> begin);

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
