package energy.liveone.vendor.mondo;

import energy.liveone.reading.Reading;
import energy.liveone.vendor.StandardPoint;
import energy.liveone.vendor.mondo.MondoPayload.Widget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The site's own values, from circuits and widget. Half a sum would pass for the whole, so a sum
 * needs a value of each of its circuits.
 *
 * @param solar W, at least 0
 * @param battery W, discharge positive
 * @param grid W, import positive
 */
record MondoSite(OptionalDouble solar, OptionalDouble battery, OptionalDouble grid) {
  /** A demand this close to the poll is of the same moment as the circuits. */
  private static final Duration SAME_MOMENT = Duration.ofMinutes(2);

  private static final double W_PER_KW = 1_000;

  static MondoSite of(List<MondoCircuit> circuits) {
    return new MondoSite(
        sum(circuits, LoadType.SOLAR),
        sum(circuits, LoadType.BATTERY),
        sum(circuits, LoadType.GRID));
  }

  /** The sum over a type; empty when there is no such circuit, or one of them has no value. */
  private static OptionalDouble sum(List<MondoCircuit> circuits, LoadType type) {
    List<OptionalDouble> powers =
        circuits.stream().filter(one -> one.type() == type).map(MondoCircuit::watts).toList();
    return powers.isEmpty() || powers.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : OptionalDouble.of(powers.stream().mapToDouble(OptionalDouble::getAsDouble).sum());
  }

  /**
   * The readings.
   *
   * @param circuits decide whether a part that has no sum is missing or is not there
   * @param time of the circuits
   * @param widget null when there is none
   */
  List<Reading> readings(List<MondoCircuit> circuits, Instant time, @Nullable Widget widget) {
    List<Reading> readings = new ArrayList<>();
    MondoPoints.add(readings, StandardPoint.SOLAR_W.key(), time, solar);
    MondoPoints.add(readings, StandardPoint.BATTERY_W.key(), time, battery);
    MondoPoints.add(readings, StandardPoint.GRID_W.key(), time, grid);
    boolean hasBattery = circuits.stream().anyMatch(one -> one.type() == LoadType.BATTERY);
    boolean measured = widget != null && widget.demandKw().isPresent();
    OptionalDouble balance = balance(circuits);
    if (measured && isOfTheMoment(widget, time)) {
      MondoPoints.add(readings, StandardPoint.LOAD_W.key(), time, demand(widget));
    } else if (balance.isPresent()) {
      MondoPoints.add(readings, StandardPoint.LOAD_W.key(), time, balance);
    } else if (measured) {
      MondoPoints.add(readings, StandardPoint.LOAD_W.key(), widget.recorded(), demand(widget));
    }
    if (widget != null && hasBattery) {
      MondoPoints.add(
          readings, StandardPoint.BATTERY_SOC.key(), widget.recorded(), widget.socPercent());
    }
    return readings;
  }

  private static boolean isOfTheMoment(Widget widget, Instant time) {
    return Duration.between(widget.recorded(), time).abs().compareTo(SAME_MOMENT) <= 0;
  }

  private static OptionalDouble demand(Widget widget) {
    return OptionalDouble.of(Math.max(0, widget.demandKw().getAsDouble() * W_PER_KW));
  }

  /** Solar + grid + battery; needs the grid, and whatever else the site has. */
  private OptionalDouble balance(List<MondoCircuit> circuits) {
    if (grid.isEmpty()
        || isMissing(circuits, LoadType.SOLAR, solar)
        || isMissing(circuits, LoadType.BATTERY, battery)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Math.max(0, solar.orElse(0) + grid.getAsDouble() + battery.orElse(0)));
  }

  private static boolean isMissing(List<MondoCircuit> circuits, LoadType type, OptionalDouble sum) {
    return sum.isEmpty() && circuits.stream().anyMatch(one -> one.type() == type);
  }
}
