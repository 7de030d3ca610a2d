package energy.liveone.simulator.journal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts of a vendor or of one site. Safe for use by many threads. */
public final class Tally {

  private final LongAdder logins = new LongAdder();
  private final LongAdder dataCalls = new LongAdder();
  private final LongAdder pushes = new LongAdder();
  private final LongAdder otherCalls = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger maxConcurrent = new AtomicInteger();

  void begin() {
    int now = inFlight.incrementAndGet();
    maxConcurrent.accumulateAndGet(now, Math::max);
  }

  void end(String kind, int status) {
    inFlight.decrementAndGet();
    switch (kind) {
      case "login" -> logins.increment();
      case "data" -> dataCalls.increment();
      case "push" -> pushes.increment();
      default -> otherCalls.increment();
    }
    if (status == 0 || status >= 400) {
      failures.increment();
    }
  }

  public long logins() {
    return logins.sum();
  }

  public long dataCalls() {
    return dataCalls.sum();
  }

  public long pushes() {
    return pushes.sum();
  }

  public long otherCalls() {
    return otherCalls.sum();
  }

  /** Calls without an answer or with a status of 400 and more. */
  public long failures() {
    return failures.sum();
  }

  /** Calls going on now. */
  public int inFlight() {
    return inFlight.get();
  }

  /** The most calls that were going on at once. */
  public int maxConcurrent() {
    return maxConcurrent.get();
  }
}
