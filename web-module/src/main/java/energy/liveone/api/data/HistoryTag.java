package energy.liveone.api.data;

import energy.liveone.history.History;
import energy.liveone.history.Series;
import energy.liveone.history.SeriesField;
import jakarta.ws.rs.core.EntityTag;

/**
 * The weak ETag of a history, from its numbers: the same numbers, the same tag, whatever happened
 * between. Costs less than writing them.
 */
final class HistoryTag {
  private HistoryTag() {}

  static EntityTag of(History history) {
    long hash = history.query().resolution().wireName().hashCode();
    for (Series series : history.series()) {
      hash = mix(hash, series.subject().pointId());
      for (int i = 0; i < series.size(); i++) {
        hash = mix(hash, series.timeAt(i));
        for (SeriesField field : history.query().fields()) {
          hash = mix(hash, Double.doubleToLongBits(series.valueAt(field, i)));
        }
      }
    }
    return new EntityTag(Long.toHexString(hash), true);
  }

  /** One round of SplitMix64's finaliser. */
  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
