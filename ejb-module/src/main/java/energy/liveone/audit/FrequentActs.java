package energy.liveone.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts acts that strangers can make happen as often as they like, in the memory of one node, so
 * that a flood writes a bounded number of entries a minute: two for each of some hundred kinds, and
 * one a kind of act for all others. A crash loses the counts of the minute, not the first of each.
 */
@ApplicationScoped
class FrequentActs {
  /** Pairs of subject and address that are told apart in one minute. */
  static final int MAX_KINDS = 200;

  /** Stands for addresses that are not told apart any more. */
  static final String SEVERAL = "several";

  private final Clock clock;
  private final Map<Kind, Integer> more = new HashMap<>();
  private Instant minute = Instant.EPOCH;

  private record Kind(AuditAct act, AuditSubject subject, String address) {}

  @Inject
  FrequentActs(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxies. */
  protected FrequentActs() {
    this(Clock.systemUTC());
  }

  /** Whether this is the first of its kind in this minute; others are counted. */
  synchronized boolean isFirst(AuditAct act, AuditSubject subject, String address) {
    Kind kind = new Kind(act, subject, address);
    if (!more.containsKey(kind) && more.size() >= MAX_KINDS) {
      more.merge(new Kind(act, AuditSubject.NO_ACCOUNT, SEVERAL), 1, Integer::sum);
      return false;
    }
    return more.merge(kind, 0, (count, zero) -> count + 1) == 0;
  }

  /** What was counted in a minute that is over; asked once, it is forgotten here. */
  synchronized List<NewEntry> takeCounted() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (now.equals(minute)) {
      return List.of();
    }
    minute = now;
    return takeAll();
  }

  /** Everything that was counted. */
  synchronized List<NewEntry> takeAll() {
    List<NewEntry> entries = new ArrayList<>();
    more.forEach(
        (kind, count) -> {
          if (count > 0) {
            entries.add(
                new NewEntry(
                    clock.instant(),
                    AuditActor.ANONYMOUS,
                    kind.address(),
                    kind.act(),
                    kind.subject(),
                    count,
                    null,
                    null));
          }
        });
    more.clear();
    return entries;
  }
}
