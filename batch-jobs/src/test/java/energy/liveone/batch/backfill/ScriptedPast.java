package energy.liveone.batch.backfill;

import energy.liveone.gap.DayRange;
import energy.liveone.gap.PastAnswer;
import energy.liveone.gap.PastOfSystem;
import energy.liveone.system.SystemId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A vendor's past in memory, two days at once; a day can be answered otherwise, once, or late. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class ScriptedPast implements PastOfSystem {
  private final List<DayRange> fetched = Collections.synchronizedList(new ArrayList<>());
  private final Map<LocalDate, PastAnswer> scripted = new ConcurrentHashMap<>();
  private volatile CountDownLatch entered = new CountDownLatch(0);
  private volatile CountDownLatch gate = new CountDownLatch(0);

  void reset() {
    fetched.clear();
    scripted.clear();
    open();
  }

  /** Answers the next request that begins with this day so. */
  void answerOnce(LocalDate day, PastAnswer answer) {
    scripted.put(day, answer);
  }

  /** The next request waits until {@link #open}. */
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

  /** What was asked for and answered. */
  List<DayRange> fetched() {
    return List.copyOf(fetched);
  }

  @Override
  public int daysAtOnce(SystemId system) {
    return 2;
  }

  @Override
  public PastAnswer fetch(SystemId system, DayRange days) {
    entered.countDown();
    try {
      if (!gate.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The gate stayed closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    PastAnswer answer = scripted.remove(days.first());
    if (answer == null) {
      fetched.add(days);
      return new PastAnswer.Told(10 * days.days());
    }
    return answer;
  }
}
