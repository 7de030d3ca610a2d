package energy.liveone.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Later and better wins: what new intervals of one point do to the stored ones.
 *
 * <ul>
 *   <li>An interval that is not there yet is stored.
 *   <li>The same stretch of time with a higher rank, or with the same rank and a different value,
 *       replaces the stored one.
 *   <li>Stretches that overlap without being the same would count energy twice. The higher rank
 *       stays, of the same rank the longer stretch, and otherwise the one that was there.
 * </ul>
 *
 * <p>So the same intervals again change nothing, and as long as better ranks bring the news their
 * order does not matter.
 */
final class IntervalMerge {
  /** The strongest first, so that what it displaces is not stored in between. */
  private static final Comparator<StoredInterval> STRONGEST_FIRST =
      Comparator.comparingInt(StoredInterval::rank)
          .thenComparingInt(StoredInterval::seconds)
          .reversed()
          .thenComparingLong(StoredInterval::end);

  private final NavigableMap<Long, StoredInterval> byEnd = new TreeMap<>();
  private final Map<Long, StoredInterval> written = new TreeMap<>();
  private final Map<Long, StoredInterval> removed = new TreeMap<>();
  private int stored;

  private IntervalMerge(List<StoredInterval> there) {
    there.forEach(one -> byEnd.put(one.end(), one));
  }

  /**
   * Merges.
   *
   * @param there the stored intervals that new ones may overlap, and those that end up to the
   *     greatest length after the last new one
   * @param fresh the new ones, in the order in which they came
   */
  static Merged merge(List<StoredInterval> there, List<StoredInterval> fresh) {
    IntervalMerge merge = new IntervalMerge(there);
    onePerStretch(fresh).forEach(merge::take);
    return merge.result(fresh.size());
  }

  /**
   * What to do.
   *
   * @param written rows to store or to replace, ascending
   * @param removed rows to delete that none of {@code written} replaces, ascending
   * @param stored new intervals that were taken
   * @param known new intervals that say nothing better than what is stored
   * @param last the interval with the latest end among all that there are now; null when there is
   *     none
   */
  record Merged(
      List<StoredInterval> written,
      List<StoredInterval> removed,
      int stored,
      int known,
      @Nullable StoredInterval last) {}

  /** Of the same stretch the highest rank, and of that the last value. */
  private static List<StoredInterval> onePerStretch(List<StoredInterval> fresh) {
    record Stretch(long end, int seconds) {}

    Map<Stretch, StoredInterval> best = new HashMap<>();
    fresh.forEach(
        one ->
            best.merge(
                new Stretch(one.end(), one.seconds()),
                one,
                (old, now) -> now.rank() >= old.rank() ? now : old));
    return best.values().stream().sorted(STRONGEST_FIRST).toList();
  }

  private void take(StoredInterval fresh) {
    List<StoredInterval> rivals = overlapping(fresh);
    if (rivals.size() == 1 && rivals.get(0).isSameStretch(fresh)) {
      replace(rivals.get(0), fresh);
    } else if (rivals.stream().allMatch(rival -> isStronger(fresh, rival))) {
      rivals.forEach(this::remove);
      put(rivals.isEmpty() ? fresh : fresh.asCorrection());
    }
  }

  private List<StoredInterval> overlapping(StoredInterval fresh) {
    List<StoredInterval> found = new ArrayList<>();
    for (StoredInterval one : byEnd.tailMap(fresh.start(), false).values()) {
      if (one.overlaps(fresh)) {
        found.add(one);
      } else if (one.end() > fresh.end() + IntervalCheck.LONGEST.toSeconds()) {
        break;
      }
    }
    return found;
  }

  private static boolean isStronger(StoredInterval fresh, StoredInterval rival) {
    return fresh.rank() > rival.rank()
        || (fresh.rank() == rival.rank() && fresh.seconds() > rival.seconds());
  }

  private void replace(StoredInterval old, StoredInterval fresh) {
    boolean differs = Double.compare(old.value(), fresh.value()) != 0;
    if (fresh.rank() > old.rank() || (fresh.rank() == old.rank() && differs)) {
      put(differs || old.corrected() ? fresh.asCorrection() : fresh);
    }
  }

  private void put(StoredInterval one) {
    byEnd.put(one.end(), one);
    written.put(one.end(), one);
    removed.remove(one.end());
    stored++;
  }

  private void remove(StoredInterval one) {
    byEnd.remove(one.end());
    written.remove(one.end());
    removed.put(one.end(), one);
  }

  private Merged result(int fresh) {
    return new Merged(
        List.copyOf(written.values()),
        List.copyOf(removed.values()),
        stored,
        fresh - stored,
        byEnd.isEmpty() ? null : byEnd.lastEntry().getValue());
  }
}
