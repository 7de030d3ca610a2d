package energy.liveone.grant;

import energy.liveone.lease.Lease;
import energy.liveone.lease.Leases;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Leases that all nodes of a test share; they never run out. */
public final class MemoryLeases implements Leases {
  private final Map<String, Lease> held = new ConcurrentHashMap<>();

  @Override
  public <T> Optional<T> claim(String task, Duration length, Function<Lease, T> begin) {
    Lease lease = new Lease(task, UUID.randomUUID().toString());
    return held.putIfAbsent(task, lease) == null
        ? Optional.of(begin.apply(lease))
        : Optional.empty();
  }

  @Override
  public boolean renew(Lease lease, Duration length) {
    return lease.equals(held.get(lease.task()));
  }

  @Override
  public void release(Lease lease) {
    held.remove(lease.task(), lease);
  }

  @Override
  public boolean isAbandoned(String task) {
    return false;
  }

  /** Whether nobody holds any. */
  boolean isEmpty() {
    return held.isEmpty();
  }
}
