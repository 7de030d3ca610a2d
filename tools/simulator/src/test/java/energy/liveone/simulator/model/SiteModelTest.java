package energy.liveone.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SiteModelTest {

  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final Instant START = Instant.parse("2026-03-30T00:00:00Z");
  private static final SiteSpec SPEC =
      SiteSpec.derived(7, "test", "site", MELBOURNE)
          .with(new SolarArray(8_000, 0.4, 3))
          .with(new BatteryBank(12, 3_000, 3_500));

  private final SiteModel model = SiteModel.of(SPEC);

  @Test
  void countersBalanceBetweenAnyTwoInstants() {
    Random random = new Random(1);

    for (int i = 0; i < 500; i++) {
      Instant from = START.plusMillis(random.nextLong(Duration.ofDays(20).toMillis()));
      SiteEnergy energy =
          model.energyBetween(
              from, from.plusMillis(random.nextLong(Duration.ofDays(1).toMillis())));

      double supplied =
          energy.solarKwh()
              + energy.importKwh()
              - energy.exportKwh()
              + energy.dischargeKwh()
              - energy.chargeKwh();
      assertThat(supplied).isCloseTo(energy.loadKwh(), within(1e-7));
    }
  }

  @Test
  void countersAreTheIntegralsOfThePowers() {
    Instant from = Instant.parse("2026-04-01T20:00:30Z");
    Instant to = from.plus(Duration.ofHours(14));
    SiteEnergy told = model.energyBetween(from, to);

    assertThat(told.solarKwh()).isCloseTo(integral(from, to, SitePower::solarW), within(1e-3));
    assertThat(told.loadKwh()).isCloseTo(integral(from, to, SitePower::loadW), within(1e-3));
    assertThat(told.dischargeKwh())
        .isCloseTo(integral(from, to, power -> Math.max(0, power.batteryW())), within(1e-3));
    assertThat(told.chargeKwh())
        .isCloseTo(integral(from, to, power -> Math.max(0, -power.batteryW())), within(1e-3));
    assertThat(told.importKwh())
        .isCloseTo(integral(from, to, power -> Math.max(0, power.gridW())), within(1e-3));
    assertThat(told.exportKwh())
        .isCloseTo(integral(from, to, power -> Math.max(0, -power.gridW())), within(1e-3));
    assertThat(told.solarKwh()).isGreaterThan(5);
  }

  /** Middle rule in steps of one second. */
  private double integral(Instant from, Instant to, ToDoubleFunction<SitePower> watts) {
    SiteModel.Sweep sweep = model.sweep();
    double wattSeconds = 0;
    for (Instant at = from.plusMillis(500); at.isBefore(to); at = at.plusSeconds(1)) {
      wattSeconds += watts.applyAsDouble(sweep.at(at).power());
    }
    return wattSeconds / 3_600_000;
  }

  @Test
  void countersNeverFall() {
    SiteModel.Sweep sweep = model.sweep();
    SiteEnergy last = sweep.at(START).lifetime();

    for (int i = 1; i < 20_000; i++) {
      SiteEnergy next = sweep.at(START.plusSeconds(17L * i)).lifetime();
      SiteEnergy passed = next.minus(last);
      assertThat(passed.solarKwh()).isGreaterThanOrEqualTo(0);
      assertThat(passed.loadKwh()).isGreaterThan(0);
      assertThat(passed.chargeKwh()).isGreaterThanOrEqualTo(0);
      assertThat(passed.dischargeKwh()).isGreaterThanOrEqualTo(0);
      assertThat(passed.importKwh()).isGreaterThanOrEqualTo(0);
      assertThat(passed.exportKwh()).isGreaterThanOrEqualTo(0);
      last = next;
    }
  }

  @Test
  void batteryKeepsItsLimits() {
    SiteModel.Sweep sweep = model.sweep();
    double highest = 0;
    double lowest = 100;

    for (int minute = 0; minute < 30 * 1_440; minute++) {
      SiteState state = sweep.at(START.plusSeconds(60L * minute));
      assertThat(state.power().batteryW()).isBetween(-3_000.0, 3_500.0);
      highest = Math.max(highest, state.socPercent());
      lowest = Math.min(lowest, state.socPercent());
    }

    assertThat(highest).isBetween(90.0, 100.0);
    assertThat(lowest).isBetween(14.9, 60.0);
  }

  @Test
  void chargeStateFollowsFromTheCounters() {
    Instant from = Instant.parse("2026-04-02T21:00:00Z");
    Instant to = from.plus(Duration.ofHours(3));
    SiteEnergy energy = model.energyBetween(from, to);

    double storedKwh = energy.chargeKwh() * 0.96 - energy.dischargeKwh() / 0.96;

    double rise = model.at(to).socPercent() - model.at(from).socPercent();
    assertThat(rise).isCloseTo(100 * storedKwh / 12, within(1e-6));
  }

  @Test
  void sunShinesByDayAndNotByNight() {
    for (int day = 1; day <= 28; day++) {
      LocalDate date = LocalDate.of(2026, 6, day);
      double midnight =
          model.at(date.atTime(0, 0).atZone(MELBOURNE).toInstant()).power().solarRemoteW();
      double noon =
          model.at(date.atTime(12, 10).atZone(MELBOURNE).toInstant()).power().solarRemoteW();

      assertThat(midnight).isZero();
      assertThat(noon).isGreaterThan(100);
    }
  }

  @Test
  void householdKeepsLocalTimeOverADaylightSavingChange() {
    double before = load(LocalDate.of(2026, 3, 30), 6);
    double after = load(LocalDate.of(2026, 4, 6), 6);
    double wrongHour = load(LocalDate.of(2026, 4, 6), 9);

    // Most days of either week are alike at the evening peak; three hours after it they are not.
    assertThat(after).isCloseTo(before, within(before / 3));
    assertThat(wrongHour).isLessThan(after * 0.6);
  }

  /**
   * Mean load of five days at a quarter to seven, plus {@code hoursAfterNoon - 6} hours, local
   * time.
   */
  private double load(LocalDate first, int hoursAfterNoon) {
    double sum = 0;
    for (int day = 0; day < 5; day++) {
      Instant at =
          first.plusDays(day).atTime(12 + hoursAfterNoon, 45).atZone(MELBOURNE).toInstant();
      sum += model.at(at).power().loadW();
    }
    return sum / 5;
  }

  @Test
  void anyOrderOfQuestionsGivesTheSameAnswers() {
    List<Instant> instants = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      instants.add(START.plusSeconds(4_567L * i).plusMillis(7L * i));
    }
    SiteModel.Sweep sweep = model.sweep();
    List<SiteState> inOrder = instants.stream().map(sweep::at).toList();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < instants.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, new Random(3));

    SiteModel restarted = SiteModel.of(SPEC);

    for (int place : places) {
      assertThat(restarted.at(instants.get(place))).isEqualTo(inOrder.get(place));
    }
  }

  @Test
  void seedAndNameDecideTheSite() {
    Instant noon = Instant.parse("2026-04-01T02:00:00Z");
    SiteState ours = SiteModel.of(SiteSpec.derived(7, "v", "a", MELBOURNE)).at(noon);

    assertThat(SiteModel.of(SiteSpec.derived(7, "v", "a", MELBOURNE)).at(noon)).isEqualTo(ours);
    assertThat(SiteModel.of(SiteSpec.derived(8, "v", "a", MELBOURNE)).at(noon)).isNotEqualTo(ours);
    assertThat(SiteModel.of(SiteSpec.derived(7, "v", "b", MELBOURNE)).at(noon)).isNotEqualTo(ours);
  }

  @Test
  void scaledSiteIsTheSameInAnotherSize() {
    Instant at = Instant.parse("2026-04-01T01:23:45Z");
    SiteState original = model.at(at);
    SiteState half = model.scaledBy(0.5).at(at);

    assertThat(half.power().loadW()).isEqualTo(original.power().loadW() * 0.5);
    assertThat(half.lifetime().solarKwh()).isEqualTo(original.lifetime().solarKwh() * 0.5);
    assertThat(half.socPercent()).isEqualTo(original.socPercent());
  }

  @Test
  void siteWithoutBatteryLeavesAllToTheGrid() {
    SiteModel bare = SiteModel.of(SPEC.with(BatteryBank.NONE));

    SiteState state = bare.at(START);

    assertThat(state.power().batteryW()).isZero();
    assertThat(state.socPercent()).isZero();
    assertThat(state.power().gridW()).isEqualTo(state.power().loadW() - state.power().solarW());
  }

  @Test
  void localMidnightIsTheOneOfTheSite() {
    Instant afternoon = Instant.parse("2026-04-05T05:00:00Z");
    Instant midnight = Instant.parse("2026-04-04T13:00:00Z");

    assertThat(model.atLocalMidnight(afternoon)).isEqualTo(model.at(midnight).lifetime());
  }

  @Test
  void timesThatCannotBeSimulatedAreRefused() {
    assertThatThrownBy(() -> model.at(SiteModel.FIRST.minusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2025-01-01");
    assertThatThrownBy(() -> model.at(SiteModel.END)).isInstanceOf(IllegalArgumentException.class);
  }
}
