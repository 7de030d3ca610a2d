package energy.liveone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final long START = 1_699_999_200;
  private static final int HOURS = 72;

  private final Random random = new Random(5);

  @Test
  void aRetailersHalfHoursAreTheInvertersMinutes() {
    double[] watts = randomWatts();
    FlowSlots sampled = powers(slot -> watts[(int) slot / 6]);
    FlowSlots told = halfHours(watts);

    Likeness likeness = Likeness.of(sampled, told, Part.IMPORT).orElseThrow();

    assertThat(likeness.correlation()).isCloseTo(1, within(1e-9));
    assertThat(likeness.ratio()).isCloseTo(1, within(1e-9));
    assertThat(likeness.hours()).isEqualTo(HOURS);
    assertThat(likeness.isSameMeter()).isTrue();
  }

  @Test
  void aMeterThatReadsAFewPercentMoreIsTheSame() {
    double[] watts = randomWatts();

    assertThat(
            Likeness.of(
                    powers(s -> watts[(int) s / 6]),
                    powers(s -> watts[(int) s / 6] * 1.03),
                    Part.IMPORT)
                .map(Likeness::isSameMeter))
        .hasValue(true);
  }

  @Test
  void halfOfItIsAnotherMeter() {
    double[] watts = randomWatts();

    assertThat(
            Likeness.of(
                    powers(s -> watts[(int) s / 6]),
                    powers(s -> watts[(int) s / 6] / 2),
                    Part.IMPORT)
                .map(Likeness::isSameMeter))
        .hasValue(false);
  }

  @Test
  void twoHousesAreTwoMeters() {
    double[] one = randomWatts();
    double[] other = randomWatts();

    assertThat(
            Likeness.of(powers(s -> one[(int) s / 6]), powers(s -> other[(int) s / 6]), Part.IMPORT)
                .map(Likeness::isSameMeter))
        .hasValue(false);
  }

  @Test
  void whatNeverChangesProvesNothing() {
    assertThat(Likeness.of(powers(slot -> 0), powers(slot -> 0), Part.IMPORT))
        .isEqualTo(Optional.empty());
  }

  private double[] randomWatts() {
    return random.doubles(HOURS * 2L, 0, 4_000).toArray();
  }

  private static FlowSlots powers(LongToDoubleFunction watts) {
    List<Aggregate> rows = new ArrayList<>();
    for (int slot = 0; slot < HOURS * 12; slot++) {
      double mean = watts.applyAsDouble(slot);
      rows.add(
          new Aggregate(
              START + (slot + 1) * 300L, mean, mean, mean, mean, 5, mean, mean, null, 300, 0));
    }
    return compute(
        point(Role.GRID, MetricType.POWER, NumberClass.GAUGE, PointSource.SAMPLES), rows);
  }

  private static FlowSlots halfHours(double[] watts) {
    List<Aggregate> rows = new ArrayList<>();
    for (int i = 0; i < watts.length; i++) {
      double kwh = watts[i] / 2_000;
      rows.add(
          new Aggregate(
              START + (i + 1) * 1_800L, kwh, kwh, null, kwh, 1, kwh, kwh, null, 1_800, 0));
    }
    return compute(
        point(Role.GRID_IMPORT, MetricType.ENERGY, NumberClass.INTERVAL, PointSource.INTERVALS),
        rows);
  }

  private static BoundPoint point(
      Role role, MetricType metric, NumberClass numberClass, PointSource source) {
    return new BoundPoint(1, 1, "grid", role, metric, numberClass, source, START, Long.MAX_VALUE);
  }

  private static FlowSlots compute(BoundPoint point, List<Aggregate> rows) {
    return FlowComputation.of(
        List.of(new FlowMember(1, List.of(point), slotEnd -> false, null)),
        Map.of(1, rows),
        new SlotGrid(START, START + HOURS * 3_600L));
  }
}
