package energy.liveone.vendor.solaredge;

import energy.liveone.vendor.solaredge.Battery.Telemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Several batteries as one. Each tells its own second every five minutes; what they say in the same
 * five minutes belongs together, and a part of them is not the whole.
 */
final class BatteryBank {
  private static final int SLOT_SECONDS = 300;

  private final double[] share;

  private BatteryBank(List<Battery> batteries) {
    double total = batteries.stream().mapToDouble(Battery::nameplateWh).sum();
    share = batteries.stream().mapToDouble(battery -> battery.nameplateWh() / total).toArray();
  }

  /** The site's telemetry. */
  static List<Telemetry> together(List<Battery> batteries) {
    return batteries.size() == 1
        ? batteries.get(0).telemetries()
        : new BatteryBank(batteries).sums(batteries);
  }

  private List<Telemetry> sums(List<Battery> batteries) {
    Map<Long, Telemetry[]> slots = new TreeMap<>();
    for (int i = 0; i < batteries.size(); i++) {
      for (Telemetry telemetry : batteries.get(i).telemetries()) {
        long slot = Math.floorDiv(telemetry.time().getEpochSecond(), SLOT_SECONDS);
        slots.computeIfAbsent(slot, s -> new Telemetry[share.length])[i] = telemetry;
      }
    }
    List<Telemetry> whole = new ArrayList<>();
    for (Telemetry[] slot : slots.values()) {
      if (Arrays.stream(slot).allMatch(Objects::nonNull)) {
        whole.add(sum(slot));
      }
    }
    return whole;
  }

  private Telemetry sum(Telemetry[] slot) {
    double[] each = new double[share.length];
    Arrays.fill(each, 1);
    double[] mean = new double[share.length];
    Arrays.fill(mean, 1.0 / share.length);
    Instant latest = Stream.of(slot).map(Telemetry::time).max(Instant::compareTo).orElseThrow();
    return new Telemetry(
        latest,
        weighted(slot, Telemetry::powerW, each),
        weighted(slot, Telemetry::socPercent, share),
        weighted(slot, Telemetry::chargedWh, each),
        weighted(slot, Telemetry::dischargedWh, each),
        weighted(slot, Telemetry::temperature, mean));
  }

  private static OptionalDouble weighted(
      Telemetry[] slot, Function<Telemetry, OptionalDouble> field, double[] weights) {
    double sum = 0;
    for (int i = 0; i < slot.length; i++) {
      OptionalDouble value = field.apply(slot[i]);
      if (value.isEmpty()) {
        return value;
      }
      sum += weights[i] * value.getAsDouble();
    }
    return OptionalDouble.of(sum);
  }
}
