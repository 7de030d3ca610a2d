package energy.liveone.simulator.solaredge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many calls each key and each site had in the last 24 hours of virtual time. A call that is
 * refused for its number does not count.
 */
final class CallLedger {

  private static final Duration WINDOW = Duration.ofHours(24);

  private final Map<String, Deque<Instant>> calls = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile int daily = 300;
  private volatile int concurrent = 3;

  CallLedger(Clock clock) {
    this.clock = clock;
  }

  int daily() {
    return daily;
  }

  int concurrent() {
    return concurrent;
  }

  /** Calls allowed in 24 hours and at once; 0 for any number. */
  void limit(int dailyCalls, int callsAtOnce) {
    daily = dailyCalls;
    concurrent = callsAtOnce;
  }

  /** Whether so many calls going on at once, this one included, are too many. */
  boolean tooManyAtOnce(int inFlight) {
    int most = concurrent;
    return most > 0 && inFlight > most;
  }

  /** Counts a call for all of these accounts, or for none when one of them has had enough. */
  synchronized boolean admit(List<String> accounts) {
    int most = daily;
    boolean full = most > 0 && accounts.stream().anyMatch(account -> used(account) >= most);
    if (full) {
      return false;
    }
    accounts.forEach(account -> of(account).addLast(clock.instant()));
    return true;
  }

  /** Calls of an account in the last 24 hours. */
  synchronized int used(String account) {
    Deque<Instant> times = of(account);
    Instant start = clock.instant().minus(WINDOW);
    while (!times.isEmpty() && !times.peekFirst().isAfter(start)) {
      times.removeFirst();
    }
    return times.size();
  }

  /** Forgets all calls. */
  synchronized void clear() {
    calls.clear();
  }

  private Deque<Instant> of(String account) {
    return calls.computeIfAbsent(account, name -> new ArrayDeque<>());
  }
}
