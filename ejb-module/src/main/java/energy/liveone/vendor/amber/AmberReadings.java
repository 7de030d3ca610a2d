package energy.liveone.vendor.amber;

import energy.liveone.reading.Forecast;
import energy.liveone.reading.IntervalQuality;
import energy.liveone.reading.IntervalReading;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.amber.AmberChannel.Kind;
import energy.liveone.vendor.amber.AmberRecord.RecordType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into readings and forecasts: one each per point and interval end. Of two that end
 * together the shorter counts, of two that are equal the first.
 */
final class AmberReadings {
  private final AmberChannels channels;
  private final List<IntervalReading> intervals = new ArrayList<>();
  private final List<Forecast> forecasts = new ArrayList<>();
  private final Map<Place, Integer> places = new HashMap<>();
  private final Set<Told> told = new HashSet<>();

  private AmberReadings(AmberChannels channels) {
    this.channels = channels;
  }

  /** What is told of a kind of channel for an interval. */
  private record Place(RecordType type, Kind kind, Instant end, Duration length) {}

  /** What is told of a channel for all intervals with the same end. */
  private record Told(boolean usage, boolean forecast, String channel, Instant end) {}

  /** The measurements in these records. */
  static Measurements of(List<AmberRecord> records, AmberChannels channels) {
    AmberReadings readings = new AmberReadings(channels);
    records.stream().sorted(Comparator.comparing(AmberRecord::length)).forEach(readings::take);
    return new Measurements(List.of(), readings.intervals, readings.forecasts, List.of());
  }

  private void take(AmberRecord one) {
    channel(one).ifPresent(channel -> take(one, channel));
  }

  private Optional<AmberChannel> channel(AmberRecord one) {
    int place =
        places.merge(new Place(one.type(), one.kind(), one.end(), one.length()), 1, Integer::sum);
    boolean usage = one.type() == RecordType.USAGE;
    boolean forecast = one.type() == RecordType.FORECAST;
    return channels
        .of(one, place - 1)
        .filter(c -> told.add(new Told(usage, forecast, c.identifier(), one.end())));
  }

  private void take(AmberRecord one, AmberChannel channel) {
    AmberPoints.of(channel, channels, one.type() == RecordType.USAGE)
        .forEach(
            point -> {
              OptionalDouble value = point.value(one);
              if (value.isPresent()) {
                add(one, channel, point, value.getAsDouble());
              }
            });
  }

  private void add(AmberRecord one, AmberChannel channel, AmberPoints point, double value) {
    if (one.type() == RecordType.FORECAST) {
      forecasts.add(forecast(one, channel, point, value));
    } else {
      intervals.add(
          new IntervalReading(point.key(channel), one.end(), one.length(), value, quality(one)));
    }
  }

  /** Negating a price turns its bounds round, and Amber has told some the wrong way round. */
  private static Forecast forecast(
      AmberRecord one, AmberChannel channel, AmberPoints point, double value) {
    Double low = bound(one, point, point.isNegated() ? "max" : "min");
    Double high = bound(one, point, point.isNegated() ? "min" : "max");
    boolean reversed = low != null && high != null && low > high;
    return new Forecast(
        point.key(channel),
        one.end(),
        one.length(),
        value,
        reversed ? high : low,
        reversed ? low : high);
  }

  private static @Nullable Double bound(AmberRecord one, AmberPoints point, String name) {
    Optional<JsonFields> range = one.fields().object("range");
    OptionalDouble bound =
        range.isPresent() && point.isPrice()
            ? point.signed(range.get().number(name))
            : OptionalDouble.empty();
    return bound.isPresent() ? bound.getAsDouble() : null;
  }

  /** A word for quality that Amber may have invented since is taken for the least. */
  private static IntervalQuality quality(AmberRecord one) {
    if (one.type() == RecordType.USAGE) {
      return isBillable(one) ? IntervalQuality.BILLABLE : IntervalQuality.ESTIMATED;
    }
    return one.fields().flag("estimate").orElse(false)
        ? IntervalQuality.ESTIMATED
        : IntervalQuality.ACTUAL;
  }

  /** Whether a usage record will not be revised any more. */
  static boolean isBillable(AmberRecord one) {
    return one.fields().text("quality").filter("billable"::equals).isPresent();
  }
}
