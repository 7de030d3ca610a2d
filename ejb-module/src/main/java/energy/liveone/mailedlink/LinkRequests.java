package energy.liveone.mailedlink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often mails may be asked for, in the memory of one node: some an hour from one network
 * address, which is told, and fewer to one mailbox, which is not, as that would tell whether
 * somebody asked before.
 */
@ApplicationScoped
public class LinkRequests {
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final int FROM_ADDRESS = 20;
  private static final int TO_MAILBOX = 4;
  private static final int MAX_ENTRIES = 20_000;

  private record Count(int asked, Instant since) {}

  private final Clock clock;
  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  @Inject
  LinkRequests(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxies. */
  protected LinkRequests() {
    this(Clock.systemUTC());
  }

  /** Counts a request from a network address; how long the sender has to wait, zero for not. */
  public synchronized Duration askFrom(String address) {
    Count count = count("from " + address);
    return count.asked() <= FROM_ADDRESS
        ? Duration.ZERO
        : Duration.between(clock.instant(), count.since().plus(PERIOD));
  }

  /** Counts a mail to a mailbox; whether it may be sent. */
  public synchronized boolean maySendTo(String mailbox) {
    return count("to " + mailbox).asked() <= TO_MAILBOX;
  }

  private Count count(String key) {
    Instant now = clock.instant();
    Count before = counts.get(key);
    boolean isOver = before == null || !now.isBefore(before.since().plus(PERIOD));
    Count after = isOver ? new Count(1, now) : new Count(before.asked() + 1, before.since());
    counts.put(key, after);
    return after;
  }
}
