package energy.liveone.reading;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.FiveMinuteBucket;
import energy.liveone.aggregate.FiveMinuteRows;
import energy.liveone.aggregate.Sample;
import energy.liveone.aggregate.SampleRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recent past of a system as far as the next sample needs it: per point the samples of its
 * newest 5-minute bucket and the one before them.
 *
 * @param version of {@code system_latest} for which this is true; a window of another version is
 *     worthless
 * @param newestEpochSecond time of the newest reading of the system, 0 for none
 * @param points by point id
 */
record SystemWindow(
    int system, long version, long newestEpochSecond, Map<Integer, PointWindow> points) {
  SystemWindow {
    // Not copied: one is made for every poll, from a map that nobody changes afterwards.
    points = Collections.unmodifiableMap(points);
  }

  PointWindow point(int pointId) {
    return points.getOrDefault(pointId, PointWindow.EMPTY);
  }

  /**
   * One point's part.
   *
   * @param before last sample before the newest bucket; of counters its value is the level
   * @param open samples of the newest bucket, ascending
   */
  record PointWindow(@Nullable Sample before, List<Sample> open) {
    static final PointWindow EMPTY = new PointWindow(null, List.of());

    PointWindow {
      open = List.copyOf(open);
    }

    /** Of a point whose source is intervals: only its latest value, at the time it was measured. */
    static PointWindow ofInterval(Sample latest) {
      return new PointWindow(latest, List.of());
    }

    /** The newest sample as received, if there is one. */
    @Nullable Sample newest() {
      return open.isEmpty() ? before : open.get(open.size() - 1);
    }

    /** Whether a sample of this time comes after all others. */
    boolean isNewer(long t) {
      Sample newest = newest();
      return newest == null || t > newest.t();
    }

    /** The window after newer samples, and the rows that they change. */
    Advance advance(SampleRules rules, List<Sample> newer) {
      Sample newest = newest();
      long firstChanged =
          newest == null
              ? FiveMinuteBucket.endOf(newer.get(0).t() - rules.cadenceSeconds() + 1)
              : FiveMinuteBucket.endOf(newest.t() + 1);
      long lastEnd = FiveMinuteBucket.endOf(newer.get(newer.size() - 1).t());
      List<Sample> all = new ArrayList<>(open.size() + newer.size());
      all.addAll(open);
      all.addAll(newer);
      List<Aggregate> rows =
          FiveMinuteRows.compute(rules, before, all, firstChanged, lastEnd).rows();
      return new Advance(rows, trimmed(rules, all, lastEnd - FiveMinuteBucket.SECONDS));
    }

    private PointWindow trimmed(SampleRules rules, List<Sample> all, long bucketStart) {
      int firstOpen = 0;
      while (all.get(firstOpen).t() <= bucketStart) {
        firstOpen++;
      }
      if (firstOpen == 0) {
        return new PointWindow(before, all);
      }
      Sample last =
          FiveMinuteRows.compute(rules, before, all.subList(0, firstOpen), bucketStart, bucketStart)
              .last();
      return new PointWindow(last, all.subList(firstOpen, all.size()));
    }
  }

  /** What newer samples of a point lead to. */
  record Advance(List<Aggregate> rows, PointWindow window) {
    Advance {
      rows = List.copyOf(rows);
    }
  }
}
