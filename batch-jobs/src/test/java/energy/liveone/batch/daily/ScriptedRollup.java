package energy.liveone.batch.daily;

import energy.liveone.rollup.DailyRollup;
import energy.liveone.system.SystemId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Days owed in memory; a day can be made to fail, and computation to wait. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class ScriptedRollup implements DailyRollup {
  private final NavigableMap<SystemId, NavigableSet<LocalDate>> owed =
      new ConcurrentSkipListMap<>();
  private final Set<LocalDate> failing = ConcurrentHashMap.newKeySet();
  private final List<OwedDay> computed = Collections.synchronizedList(new ArrayList<>());
  private volatile CountDownLatch entered = new CountDownLatch(0);
  private volatile CountDownLatch gate = new CountDownLatch(0);

  void reset() {
    owed.clear();
    failing.clear();
    computed.clear();
    open();
  }

  void owe(int system, LocalDate... days) {
    owed.computeIfAbsent(new SystemId(system), id -> new ConcurrentSkipListSet<>())
        .addAll(List.of(days));
  }

  void fail(LocalDate day) {
    failing.add(day);
  }

  void heal() {
    failing.clear();
  }

  /** The next computation waits until {@link #open}. */
  void close() {
    entered = new CountDownLatch(1);
    gate = new CountDownLatch(1);
  }

  void open() {
    gate.countDown();
  }

  boolean awaitEntered() throws InterruptedException {
    return entered.await(30, TimeUnit.SECONDS);
  }

  List<OwedDay> computed() {
    return List.copyOf(computed);
  }

  @Override
  public List<SystemId> systemsOwingDays() {
    return owed.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> entry.getKey())
        .toList();
  }

  @Override
  public List<LocalDate> daysOwed(SystemId system) {
    return List.copyOf(owed.getOrDefault(system, Collections.emptyNavigableSet()));
  }

  @Override
  public int compute(SystemId system, LocalDate day) {
    entered.countDown();
    try {
      if (!gate.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The gate stayed closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (failing.contains(day)) {
      throw new IllegalStateException("Told to fail on " + day);
    }
    owed.get(system).remove(day);
    computed.add(new OwedDay(system.value(), day));
    return 1;
  }

  @Override
  public void markAllStale() {
    computed().forEach(day -> owe(day.system(), day.day()));
  }
}
