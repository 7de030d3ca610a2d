package energy.liveone.api.stream;

import energy.liveone.reading.LatestSnapshot;
import energy.liveone.reading.LatestValues;
import energy.liveone.system.SystemId;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * The open pages of this node. Once a second it looks at the versions of what they watch, in the
 * cache that all nodes share, so that it does not matter which node wrote.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Streams {
  /** Each is a connection, without a thread. */
  static final int MOST = 2_000;

  private final Set<Watch> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();

  @Inject private LatestValues latest;
  @Inject private Clock clock;

  /**
   * Takes one more page in; whether there was a place. What is stored after its {@code ready} is
   * told.
   */
  public boolean add(Watch watch) {
    if (open.size() >= MOST) {
      return false;
    }
    watch.begin(latest.of(List.copyOf(watch.systems())));
    return open.add(watch);
  }

  /** Tells what is new. A look that takes longer than a second is not overtaken by the next. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void tell() {
    if (open.isEmpty() || !looking.compareAndSet(false, true)) {
      return;
    }
    try {
      Instant now = clock.instant();
      open.removeIf(
          watch -> {
            boolean isOver = watch.isOver(now);
            if (isOver) {
              watch.close();
            }
            return isOver;
          });
      List<SystemId> systems =
          List.copyOf(
              open.stream().flatMap(watch -> watch.systems().stream()).collect(Collectors.toSet()));
      Map<SystemId, LatestSnapshot> values = systems.isEmpty() ? Map.of() : latest.of(systems);
      open.forEach(watch -> watch.tell(values));
    } finally {
      looking.set(false);
    }
  }
}
