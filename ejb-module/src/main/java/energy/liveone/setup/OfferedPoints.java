package energy.liveone.setup;

import energy.liveone.point.Point;
import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSettings;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The points that a new system starts with: those that its vendor told when it was asked, else
 * those that its adapter knows of. What a vendor that tells its points only with its measurements
 * did not say by now is found by the first poll.
 */
public record OfferedPoints(List<PointDefinition> definitions) {
  private static final int ORDER_STEP = 10;

  public OfferedPoints {
    definitions = List.copyOf(definitions);
  }

  /**
   * The points of a site.
   *
   * @param options of the system, which decide its points
   * @param found what the vendor told of it
   */
  public static OfferedPoints of(
      VendorAdapter vendor, Map<String, String> options, Connected found) {
    if (found.points().isEmpty()) {
      VendorSystem shape = new VendorSystem("new", "", ZoneOffset.UTC, options);
      return new OfferedPoints(vendor.defaultPoints(shape));
    }
    Set<PointKey> keys = new HashSet<>();
    Set<String> fields = new HashSet<>();
    // Of two of one field the first counts, as when they are found while polling, which also
    // settles what becomes of two of one key.
    return new OfferedPoints(
        found.points().stream()
            .filter(one -> fields.add(one.vendorField()) && keys.add(one.key()))
            .toList());
  }

  /** The first point that somebody chose and that is none of these. */
  Optional<PointKey> unknown(List<PointChoice> choices) {
    Set<PointKey> known =
        definitions.stream().map(PointDefinition::key).collect(Collectors.toSet());
    return choices.stream().map(PointChoice::key).filter(key -> !known.contains(key)).findFirst();
  }

  /** The points themselves, as they were chosen. */
  List<Point> of(SystemId system, List<PointChoice> choices, Instant now) {
    Map<PointKey, PointChoice> byKey =
        choices.stream()
            .collect(Collectors.toMap(PointChoice::key, Function.identity(), (one, last) -> last));
    List<Point> points = new ArrayList<>();
    for (PointDefinition definition : definitions) {
      Point point = new Point(system, definition, points.size() * ORDER_STEP, now);
      PointChoice choice = byKey.get(definition.key());
      if (choice != null) {
        point.apply(settings(point, choice), now);
      }
      points.add(point);
    }
    return points;
  }

  private static PointSettings settings(Point point, PointChoice choice) {
    return new PointSettings(
        choice.label().orElse(point.label()),
        point.displayOrder(),
        choice.visible().orElse(point.isVisible()),
        point.isActive(),
        null);
  }
}
