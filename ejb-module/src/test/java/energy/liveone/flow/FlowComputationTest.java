package energy.liveone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.Flag;
import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Members of different kinds meet on the grid. */
class FlowComputationTest {
  private static final long START = 1_700_000_100;
  private static final double TINY = 1e-9;

  private final Map<Integer, List<Aggregate>> rows = new HashMap<>();
  private final List<FlowMember> members = new ArrayList<>();
  private final List<BoundPoint> points = new ArrayList<>();

  @Test
  void directionsAreSplitBeforeMembersAreAddedUp() {
    power(1, Role.GRID, 600.0);
    member(1);
    power(2, Role.GRID, -240.0);
    member(2);

    FlowSummary sum = compute(1).summary();

    assertThat(sum.part(Part.IMPORT).wattHours()).isCloseTo(50, within(TINY));
    assertThat(sum.part(Part.EXPORT).wattHours()).isCloseTo(20, within(TINY));
  }

  @Test
  void countersKnowBothDirectionsOfASlotAndMeanPowerOnlyTheirDifference() {
    power(1, Role.GRID, 240.0);
    counter(2, Role.GRID_IMPORT, 0.060);
    counter(3, Role.GRID_EXPORT, 0.040);
    member(1);

    FlowSummary sum = compute(1).summary();

    assertThat(sum.part(Part.IMPORT).wattHours()).isCloseTo(60, within(TINY));
    assertThat(sum.part(Part.EXPORT).wattHours()).isCloseTo(40, within(TINY));
  }

  @Test
  void whereTheCounterSaysNothingPowerSpeaks() {
    power(1, Role.GRID, 240.0, 240.0);
    counter(2, Role.GRID_IMPORT, 0.060, null);
    counter(3, Role.GRID_EXPORT, 0.040, null);
    member(1);

    FlowSlots slots = compute(2);

    assertThat(slots.at(0).part(Part.IMPORT).wattHours()).isCloseTo(60, within(TINY));
    assertThat(slots.at(1).part(Part.IMPORT).wattHours()).isCloseTo(20, within(TINY));
    assertThat(slots.at(1).part(Part.EXPORT).wattHours()).isZero();
  }

  @Test
  void anImportRegisterAloneDoesNotHideTheExport() {
    power(1, Role.GRID, -240.0);
    counter(2, Role.GRID_IMPORT, 0.0);
    member(1);

    assertThat(compute(1).summary().part(Part.EXPORT).wattHours()).isCloseTo(20, within(TINY));
  }

  @Test
  void halfHoursOfARetailerAreSpreadOverTheirSlots() {
    told(1, Role.GRID_IMPORT, START + 1_800, 1_800, 0.6);
    member(1);

    FlowSlots slots = compute(6);

    for (int slot = 0; slot < 6; slot++) {
      assertThat(slots.at(slot).part(Part.IMPORT).wattHours()).isCloseTo(100, within(TINY));
    }
  }

  @Test
  void aCounterReadEveryTenMinutesIsSpreadOverBothSlots() {
    bind(1, Role.SOLAR, MetricType.ENERGY, NumberClass.COUNTER, PointSource.SAMPLES);
    row(1, new Aggregate(START + 300, null, null, null, null, 0, null, null, null, 300, 0));
    row(1, new Aggregate(START + 600, 1.0, 1.0, null, null, 1, 1.0, 1.0, 0.1, 300, 0));
    member(1);

    FlowSlots slots = compute(2);

    assertThat(slots.at(0).part(Part.SOLAR).wattHours()).isCloseTo(50, within(TINY));
    assertThat(slots.at(1).part(Part.SOLAR).wattHours()).isCloseTo(50, within(TINY));
  }

  @Test
  void aLateMemberLeavesTheSlotOutInsteadOfBendingTheSum() {
    power(1, Role.SOLAR, 1_200.0, 1_200.0);
    member(1);
    power(2, Role.SOLAR, 600.0, null);
    power(3, Role.GRID, 120.0, 120.0);
    member(2);

    FlowSlots slots = compute(2);
    FlowSummary sum = slots.summary();

    assertThat(sum.part(Part.SOLAR).wattHours()).isCloseTo(150, within(TINY));
    assertThat(sum.part(Part.SOLAR).coveredSeconds()).isEqualTo(300);
    assertThat(sum.part(Part.IMPORT).coveredSeconds()).isEqualTo(600);
    assertThat(sum.seconds()).isEqualTo(600);
    assertThat(sum.coveredSeconds()).isEqualTo(300);
    assertThat(slots.heardUntil(1)).hasValue(START + 600);
    assertThat(slots.heardUntil(2)).hasValue(START + 300);
  }

  @Test
  void panelsThatAreSilentInTheDarkGiveNothing() {
    power(1, Role.SOLAR, new @Nullable Double[] {null});
    members.add(new FlowMember(1, List.copyOf(points), slotEnd -> true, null));
    points.clear();
    power(2, Role.GRID, 120.0);
    member(2);

    FlowSummary sum = compute(1).summary();

    assertThat(sum.coveredSeconds()).isEqualTo(300);
    assertThat(sum.matrix().at(Source.GRID, Sink.LOAD)).isCloseTo(10, within(TINY));
  }

  @Test
  void panelsThatAreSilentGiveNothingWhereTheOthersAddUpWithoutThem() {
    power(1, Role.SOLAR, null, null);
    power(2, Role.BATTERY, 300.0, 300.0);
    power(3, Role.GRID, -12.0, -12.0);
    power(4, Role.LOAD, 280.0, 700.0);
    member(1);

    FlowSlots slots = compute(2);

    assertThat(slots.at(0).part(Part.SOLAR).wattHours()).isZero();
    assertThat(slots.at(0).part(Part.SOLAR).coveredSeconds()).isEqualTo(300);
    assertThat(slots.at(1).part(Part.SOLAR).coveredSeconds())
        .as("412 W came from somewhere")
        .isZero();
  }

  @Test
  void withoutALoadMeterNothingIsSaidOfSilentPanels() {
    power(1, Role.SOLAR, new @Nullable Double[] {null});
    power(2, Role.GRID, 120.0);
    member(1);

    assertThat(compute(1).summary().part(Part.SOLAR).coveredSeconds()).isZero();
  }

  @Test
  void aSlotCountsForTheTimeThatAllOfItsEvidenceCovers() {
    power(1, Role.SOLAR, 1_200.0);
    rows.put(1, List.of(gauge(START + 300, 1_200.0, 200)));
    power(2, Role.GRID, -1_200.0);
    member(1);

    FlowSummary sum = compute(1).summary();

    assertThat(sum.coveredSeconds()).isEqualTo(200);
    assertThat(sum.matrix().at(Source.SOLAR, Sink.GRID)).isCloseTo(1_200 / 18.0, within(TINY));
  }

  @Test
  void panelsAloneGiveTotalsButNoMatrix() {
    power(1, Role.SOLAR, 1_200.0);
    member(1);

    FlowSummary sum = compute(1).summary();

    assertThat(sum.part(Part.SOLAR).wattHours()).isCloseTo(100, within(TINY));
    assertThat(sum.coveredSeconds()).isZero();
    assertThat(sum.matrix()).isEqualTo(FlowMatrix.ZERO);
  }

  @Test
  void aPointIsMissedOnlyFromItsFirstRowOn() {
    power(1, Role.GRID, 120.0, 120.0);
    bind(2, Role.BATTERY, MetricType.POWER, NumberClass.GAUGE, PointSource.SAMPLES, START + 600);
    row(2, gauge(START + 600, 60.0, 300));
    member(1);

    FlowSlots slots = compute(2);

    assertThat(slots.at(0).coveredSeconds()).isEqualTo(300);
    assertThat(slots.at(1).matrix().at(Source.BATTERY, Sink.LOAD)).isCloseTo(5, within(TINY));
  }

  @Test
  void energyCreditedAfterAGapIsEstimatedAndMakesNoPeak() {
    counter(1, Role.GRID_IMPORT, 9.0);
    rows.get(1).clear();
    row(
        1,
        new Aggregate(
            START + 300,
            1.0,
            1.0,
            null,
            null,
            1,
            1.0,
            1.0,
            9.0,
            60,
            Flag.GAP.bit() | Flag.ESTIMATED.bit()));
    member(1);

    FlowSummary sum = compute(1).summary();

    assertThat(sum.part(Part.IMPORT).wattHours()).isCloseTo(9_000, within(TINY));
    assertThat(sum.part(Part.IMPORT).peakWattsOrNull()).isNull();
    assertThat(sum.estimatedSeconds()).isEqualTo(300);
  }

  @Test
  void everyMatrixOfAnySiteIsConservedSlotBySlotAndSummedUp() {
    Random random = new Random(7);
    for (int point = 1; point <= 6; point++) {
      Role[] signed = {Role.SOLAR, Role.BATTERY, Role.GRID, Role.LOAD};
      @Nullable Double[] watts = new @Nullable Double[288];
      for (int slot = 0; slot < watts.length; slot++) {
        watts[slot] = random.nextInt(20) == 0 ? null : random.nextGaussian() * 3_000;
      }
      power(point, signed[point % 4], watts);
      member(point);
    }

    FlowSlots slots = compute(288);

    FlowSummary day = slots.summary();
    double given = 0;
    double taken = 0;
    for (Source source : Source.values()) {
      given += day.matrix().given(source);
    }
    for (Sink sink : Sink.values()) {
      taken += day.matrix().taken(sink);
    }
    assertThat(day.coveredSeconds()).isPositive().isLessThan(day.seconds());
    assertThat(given).isCloseTo(taken, within(0.5));
  }

  private FlowSlots compute(int slots) {
    return FlowComputation.of(members, rows, new SlotGrid(START, START + slots * 300L));
  }

  private void member(int system) {
    members.add(new FlowMember(system, List.copyOf(points), slotEnd -> false, null));
    points.clear();
  }

  private void power(int point, Role role, @Nullable Double... watts) {
    bind(point, role, MetricType.POWER, NumberClass.GAUGE, PointSource.SAMPLES);
    for (int i = 0; i < watts.length; i++) {
      if (watts[i] != null) {
        row(point, gauge(START + (i + 1) * 300L, watts[i], 300));
      }
    }
  }

  private void counter(int point, Role role, @Nullable Double... deltas) {
    bind(point, role, MetricType.ENERGY, NumberClass.COUNTER, PointSource.SAMPLES);
    for (int i = 0; i < deltas.length; i++) {
      if (deltas[i] != null) {
        row(
            point,
            new Aggregate(
                START + (i + 1) * 300L, 1.0, 1.0, null, null, 5, 1.0, 1.0, deltas[i], 300, 0));
      }
    }
  }

  private void told(int point, Role role, long end, int seconds, double kwh) {
    bind(point, role, MetricType.ENERGY, NumberClass.INTERVAL, PointSource.INTERVALS);
    row(point, new Aggregate(end, kwh, kwh, null, kwh, 1, kwh, kwh, null, seconds, 0));
  }

  private static Aggregate gauge(long end, Double mean, int covered) {
    return new Aggregate(end, mean, mean, mean, mean, 5, mean, mean, null, covered, 0);
  }

  private void bind(
      int point, Role role, MetricType metric, NumberClass numberClass, PointSource source) {
    bind(point, role, metric, numberClass, source, START);
  }

  private void bind(
      int point,
      Role role,
      MetricType metric,
      NumberClass numberClass,
      PointSource source,
      long firstEnd) {
    points.add(
        new BoundPoint(
            point, 1, "p" + point, role, metric, numberClass, source, firstEnd, Long.MAX_VALUE));
    rows.put(point, new ArrayList<>());
  }

  private void row(int point, Aggregate row) {
    rows.get(point).add(row);
  }
}
