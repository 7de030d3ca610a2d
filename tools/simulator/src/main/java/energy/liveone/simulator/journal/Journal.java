package energy.liveone.simulator.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The newest calls and the counts of all calls since the last clearing. Safe for use by many
 * threads.
 */
public final class Journal {

  /** Older calls than this many are forgotten; the counts are not. */
  public static final int CAPACITY = 20_000;

  private final Deque<JournalEntry> entries = new ArrayDeque<>();
  private volatile Map<String, VendorTally> tallies = new ConcurrentHashMap<>();

  /**
   * Notes that a call has begun, for the number of calls at once. Each is ended by {@link
   * Started#end}.
   */
  public Started begin(String vendor, Collection<String> sites) {
    VendorTally tally = tallies.computeIfAbsent(vendor, name -> new VendorTally());
    List<Tally> concerned = new ArrayList<>();
    concerned.add(tally.total);
    sites.forEach(site -> concerned.add(tally.sites.computeIfAbsent(site, name -> new Tally())));
    concerned.forEach(Tally::begin);
    return new Started(concerned);
  }

  /** Newest calls first, at most {@code limit}. */
  public List<JournalEntry> newest(Predicate<JournalEntry> wanted, int limit) {
    List<JournalEntry> found = new ArrayList<>();
    synchronized (entries) {
      Iterator<JournalEntry> newestFirst = entries.descendingIterator();
      while (newestFirst.hasNext() && found.size() < limit) {
        JournalEntry entry = newestFirst.next();
        if (wanted.test(entry)) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  /** Forgets all calls and counts. Calls that are going on are not counted any more. */
  public void clear() {
    synchronized (entries) {
      entries.clear();
    }
    tallies = new ConcurrentHashMap<>();
  }

  /** Vendors that were called, or whose devices called, sorted. */
  public List<String> vendors() {
    return tallies.keySet().stream().sorted().toList();
  }

  /** Counts of a vendor, all sites together. */
  public Tally total(String vendor) {
    VendorTally tally = tallies.get(vendor);
    return tally == null ? new Tally() : tally.total;
  }

  /** Counts of each site of a vendor, sorted by site. */
  public Map<String, Tally> sites(String vendor) {
    VendorTally tally = tallies.get(vendor);
    return tally == null
        ? Collections.emptyMap()
        : Collections.unmodifiableMap(new TreeMap<>(tally.sites));
  }

  private void add(JournalEntry entry) {
    synchronized (entries) {
      if (entries.size() >= CAPACITY) {
        entries.removeFirst();
      }
      entries.addLast(entry);
    }
  }

  /** A call that has begun. */
  public final class Started {

    private final List<Tally> concerned;

    private Started(List<Tally> concerned) {
      this.concerned = concerned;
    }

    /**
     * Notes how the call ended; to be called once, before the answer is sent, so that a caller
     * finds its own call.
     */
    public void end(JournalEntry entry) {
      concerned.forEach(tally -> tally.end(entry.kind(), entry.status()));
      add(entry);
    }
  }

  private static final class VendorTally {
    private final Tally total = new Tally();
    private final Map<String, Tally> sites = new ConcurrentHashMap<>();
  }
}
