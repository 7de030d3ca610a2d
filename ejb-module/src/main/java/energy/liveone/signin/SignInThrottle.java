package energy.liveone.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down guessing, in the memory of one node. Failures count for the pair of account and
 * address, for the address, and for the account. Beyond some free failures each further one doubles
 * the wait, up to a limit which is short for the account as a whole: a stranger elsewhere can delay
 * its owner by seconds, but lock nobody out. Where somebody has signed in before, only the failures
 * of that pair count. Wrong codes of a second factor count for the account, as who gets that far
 * has the password.
 */
@ApplicationScoped
public class SignInThrottle {
  private static final int MAX_ENTRIES = 20_000;
  private static final Duration FORGET_AFTER = Duration.ofMinutes(15);
  private static final Duration KNOWN_FOR = Duration.ofDays(30);

  /** How one kind of key is slowed down. */
  private enum Scope {
    PAIR(5, Duration.ofMinutes(5)),
    ADDRESS(30, Duration.ofMinutes(5)),
    ACCOUNT(30, Duration.ofSeconds(10)),
    CODE(5, Duration.ofMinutes(5));

    final int freeFailures;
    final Duration longestWait;

    Scope(int freeFailures, Duration longestWait) {
      this.freeFailures = freeFailures;
      this.longestWait = longestWait;
    }
  }

  private record Key(Scope scope, String text) {}

  private record Failures(int count, Instant last) {}

  private final Clock clock;

  /** Pairs of account and address that have signed in, least recently used first. */
  private final Map<String, Instant> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  /** Least recently used first, so that a flood of names pushes out old entries, not memory. */
  private final Map<Key, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  @Inject
  public SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxies. */
  protected SignInThrottle() {
    this(Clock.systemUTC());
  }

  /** How long this attempt has to wait; zero when it may go on. */
  public synchronized Duration waitFor(String account, String address) {
    Instant now = clock.instant();
    Duration longest = Duration.ZERO;
    List<Key> all = keys(account, address);
    for (Key key : isKnown(account, address) ? all.subList(0, 1) : all) {
      Duration wait = waitOf(key, now);
      if (wait.compareTo(longest) > 0) {
        longest = wait;
      }
    }
    return longest;
  }

  /** Whether this account has signed in from this address lately. */
  public synchronized boolean isKnown(String account, String address) {
    Instant last = known.get(pair(account, address));
    return last != null && clock.instant().isBefore(last.plus(KNOWN_FOR));
  }

  /** Counts a failure. */
  public synchronized void failed(String account, String address) {
    keys(account, address).forEach(this::count);
  }

  /** Forgets the failures of this pair; those of the address and of the account fade by time. */
  public synchronized void succeeded(String account, String address) {
    failures.remove(new Key(Scope.PAIR, pair(account, address)));
    known.put(pair(account, address), clock.instant());
  }

  /** How long the next code of an account has to wait; zero when it may be tried. */
  public synchronized Duration waitForCode(String account) {
    return waitOf(new Key(Scope.CODE, account), clock.instant());
  }

  /** Counts a wrong code. */
  public synchronized void codeFailed(String account) {
    count(new Key(Scope.CODE, account));
  }

  /** Forgets the wrong codes of an account. */
  public synchronized void codeSucceeded(String account) {
    failures.remove(new Key(Scope.CODE, account));
  }

  private void count(Key key) {
    Instant now = clock.instant();
    failures.merge(
        key,
        new Failures(1, now),
        (old, first) -> isForgotten(old, now) ? first : new Failures(old.count() + 1, now));
  }

  private static String pair(String account, String address) {
    return account + '\n' + address;
  }

  /** The pair first. */
  private static List<Key> keys(String account, String address) {
    return List.of(
        new Key(Scope.PAIR, pair(account, address)),
        new Key(Scope.ADDRESS, address),
        new Key(Scope.ACCOUNT, account));
  }

  private Duration waitOf(Key key, Instant now) {
    Failures seen = failures.get(key);
    if (seen == null || isForgotten(seen, now) || seen.count() < key.scope().freeFailures) {
      return Duration.ZERO;
    }
    int doublings = Math.min(seen.count() - key.scope().freeFailures, 20);
    Duration wait = Duration.ofSeconds(1L << doublings);
    Duration capped = wait.compareTo(key.scope().longestWait) < 0 ? wait : key.scope().longestWait;
    Duration left = Duration.between(now, seen.last().plus(capped));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static boolean isForgotten(Failures seen, Instant now) {
    return now.isAfter(seen.last().plus(FORGET_AFTER));
  }
}
