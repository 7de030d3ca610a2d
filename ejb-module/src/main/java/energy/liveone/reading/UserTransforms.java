package energy.liveone.reading;

import energy.liveone.point.Transform;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does what users want done to the values of points, before anything is checked. A system without
 * such wishes costs one look at an empty map.
 */
final class UserTransforms {
  private UserTransforms() {}

  /** The delivery as it is to be stored. */
  static Delivery apply(Map<String, Transform> transforms, Delivery told) {
    if (transforms.isEmpty() || !told.fromVendor()) {
      return told;
    }
    return new Delivery(
        told.system(),
        told.readings().stream().flatMap(one -> apply(transforms, one)).toList(),
        told.intervals().stream().flatMap(one -> apply(transforms, one)).toList(),
        told.forecasts().stream().flatMap(one -> apply(transforms, one)).toList(),
        true);
  }

  private static Stream<Reading> apply(Map<String, Transform> transforms, Reading one) {
    Transform transform = transforms.get(one.point().value());
    return transform == null
        ? Stream.of(one)
        : stream(transform.apply(one.value()))
            .map(value -> new Reading(one.point(), one.time(), value));
  }

  private static Stream<IntervalReading> apply(
      Map<String, Transform> transforms, IntervalReading one) {
    Transform transform = transforms.get(one.point().value());
    return transform == null
        ? Stream.of(one)
        : stream(transform.apply(one.value()))
            .map(
                value ->
                    new IntervalReading(
                        one.point(), one.end(), one.length(), value, one.quality()));
  }

  private static Stream<Forecast> apply(Map<String, Transform> transforms, Forecast one) {
    Transform transform = transforms.get(one.point().value());
    if (transform == null) {
      return Stream.of(one);
    }
    List<Double> bounds =
        Stream.of(bound(transform, one.low()), bound(transform, one.high()))
            .flatMap(UserTransforms::stream)
            .sorted()
            .toList();
    // One bound alone might have changed its side.
    boolean both = bounds.size() == 2;
    return stream(transform.apply(one.value()))
        .map(
            value ->
                new Forecast(
                    one.point(),
                    one.end(),
                    one.length(),
                    value,
                    both ? bounds.get(0) : null,
                    both ? bounds.get(1) : null));
  }

  private static OptionalDouble bound(Transform transform, @Nullable Double bound) {
    return bound == null ? OptionalDouble.empty() : transform.apply(bound);
  }

  private static Stream<Double> stream(OptionalDouble value) {
    return value.stream().boxed();
  }
}
