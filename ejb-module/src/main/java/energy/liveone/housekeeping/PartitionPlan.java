package energy.liveone.housekeeping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which partitions a table should have: one per span of time, from the oldest moment that is kept
 * to a few spans ahead. Pure.
 *
 * @param table partitioned by a column of epoch seconds, its last partition without an upper bound
 * @param span length of a partition
 * @param keep how long rows are kept
 * @param ahead how far ahead partitions are made
 */
record PartitionPlan(String table, Duration span, Duration keep, Duration ahead) {

  /** Upper bounds (exclusive, epoch seconds) to add behind the existing ones, ascending. */
  List<Long> toAdd(Collection<Long> existing, Instant now) {
    TreeSet<Long> known = new TreeSet<>(existing);
    long step = span.toSeconds();
    long first = gridUp(now.minus(keep).getEpochSecond());
    long last = gridUp(now.plus(ahead).getEpochSecond());
    long from = known.isEmpty() ? first : Math.max(first, known.last() + step);
    List<Long> bounds = new ArrayList<>();
    for (long bound = from; bound <= last; bound += step) {
      bounds.add(bound);
    }
    return bounds;
  }

  /** Upper bounds of partitions that hold nothing to be kept. */
  List<Long> toDrop(Collection<Long> existing, Instant now) {
    long oldest = now.minus(keep).getEpochSecond();
    return existing.stream().filter(bound -> bound <= oldest).sorted().toList();
  }

  private long gridUp(long t) {
    long step = span.toSeconds();
    return -Math.floorDiv(-t, step) * step;
  }
}
