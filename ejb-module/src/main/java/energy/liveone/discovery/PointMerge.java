package energy.liveone.discovery;

import energy.liveone.point.Point;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings stored points in line with those that a vendor has. A point is recognised by its vendor
 * field: its key stays whatever the vendor calls it now.
 */
final class PointMerge {
  private static final int ORDER_STEP = 10;

  private final List<Point> added = new ArrayList<>();
  private final Map<PointKey, PointKey> keys = new HashMap<>();
  private boolean changed;

  /**
   * Merges; the stored points are changed in place.
   *
   * @param stored all points of the system
   * @param found all points that the vendor has; of two of one vendor field the first counts
   */
  PointMerge(SystemId system, List<Point> stored, List<PointDefinition> found, Instant now) {
    Map<String, Point> byField = new HashMap<>();
    Set<PointKey> taken = new HashSet<>();
    int order = 0;
    for (Point point : stored) {
      point.vendorField().ifPresent(field -> byField.putIfAbsent(field, point));
      taken.add(point.key());
      order = Math.max(order, point.displayOrder() + ORDER_STEP);
    }
    Set<String> seen = new HashSet<>();
    for (PointDefinition definition : found) {
      if (!seen.add(definition.vendorField())) {
        continue;
      }
      Point known = byField.remove(definition.vendorField());
      if (known != null) {
        changed |= known.found(definition, now);
        translate(definition.key(), known.key());
      } else {
        PointKey key = free(definition.key(), taken);
        added.add(new Point(system, definition.named(key), order, now));
        translate(definition.key(), key);
        order += ORDER_STEP;
      }
    }
    byField.values().forEach(gone -> changed |= gone.vanished(now));
  }

  private void translate(PointKey told, PointKey kept) {
    if (!told.equals(kept)) {
      keys.put(told, kept);
    }
  }

  /** The key, or one like it when another point of the system has it: a number before the unit. */
  private static PointKey free(PointKey wanted, Set<PointKey> taken) {
    PointKey free = wanted;
    int unit = wanted.value().lastIndexOf('_');
    for (int n = 2; !taken.add(free); n++) {
      String name = unit < 0 ? wanted.value() : wanted.value().substring(0, unit);
      String end = unit < 0 ? "" : wanted.value().substring(unit);
      free = new PointKey(name + "_" + n + end);
    }
    return free;
  }

  /** Points that were not stored yet. */
  List<Point> added() {
    return List.copyOf(added);
  }

  /** Whether anything must be stored. */
  boolean changes() {
    return changed || !added.isEmpty();
  }

  /** The stored key of each point that the vendor calls otherwise. */
  Map<PointKey, PointKey> keys() {
    return Map.copyOf(keys);
  }
}
