package energy.liveone.polling;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointKey;
import energy.liveone.polling.SignWatch.Verdict;
import energy.liveone.reading.Reading;
import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignWatchTest {
  private static final SystemId HOME = new SystemId(1);
  private static final Instant TIME = Instant.parse("2026-11-23T02:31:00Z");

  private final SignWatch watch = new SignWatch();

  private static Reading reading(String point, double value) {
    return new Reading(new PointKey(point), TIME, value);
  }

  private static List<Reading> push(double solar, double grid, double battery, double load) {
    return List.of(
        reading("solar_w", solar),
        reading("battery_soc", 64),
        reading("grid_w", grid),
        reading("battery_w", battery),
        reading("load_w", load));
  }

  private static List<Reading> right() {
    return push(5_230, -470, -3_300, 1_460);
  }

  /** The battery's sign turned round. */
  private static List<Reading> wrong() {
    return push(5_230, -470, 3_300, 1_460);
  }

  private List<Verdict> verdicts(int pushes, List<Reading> push) {
    return Stream.generate(() -> watch.saw(HOME, push)).limit(pushes).toList();
  }

  private static List<Verdict> onlyTenth(int pushes, Verdict verdict) {
    Verdict[] verdicts = new Verdict[pushes];
    Arrays.fill(verdicts, Verdict.AS_BEFORE);
    verdicts[9] = verdict;
    return List.of(verdicts);
  }

  @Test
  void tenWrongPushesInARowAreSuspectOnce() {
    assertThat(verdicts(40, wrong())).isEqualTo(onlyTenth(40, Verdict.SUSPECT));
  }

  @Test
  void tenRightOnesAfterThemEndThatOnce() {
    verdicts(25, wrong());

    assertThat(verdicts(40, right())).isEqualTo(onlyTenth(40, Verdict.RIGHT));
    assertThat(verdicts(40, wrong())).isEqualTo(onlyTenth(40, Verdict.SUSPECT));
  }

  @Test
  void oneRightPushAmongThemBeginsTheCountAnew() {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      verdicts.addAll(verdicts(9, wrong()));
      verdicts.addAll(verdicts(1, right()));
    }

    assertThat(verdicts).containsOnly(Verdict.AS_BEFORE);
  }

  @ParameterizedTest
  @CsvSource({
    // up to 200 W, or a tenth of the largest flow, are losses
    "500, 0, 0, 300, true",
    "501, 0, 0, 300, false",
    "9000, -7000, 0, 1100, true",
    "9000, -7000, 0, 1099, false",
    "0, 400, 0, 0, false",
    "0, 0, 5000, 4500, true",
  })
  void lossesAreNoSuspicion(
      double solar, double grid, double battery, double load, boolean losses) {
    assertThat(verdicts(10, push(solar, grid, battery, load)).get(9))
        .isEqualTo(losses ? Verdict.RIGHT : Verdict.SUSPECT);
  }

  @Test
  void siteWithoutABatteryIsWatchedToo() {
    List<Reading> reversedGrid =
        List.of(reading("solar_w", 3_000), reading("grid_w", 2_000), reading("load_w", 1_000));

    assertThat(verdicts(10, reversedGrid).get(9)).isEqualTo(Verdict.SUSPECT);
  }

  @Test
  void pushThatLacksAFlowSaysNothingEitherWay() {
    verdicts(9, wrong());

    assertThat(verdicts(30, List.of(reading("load_w", 460), reading("battery_w", 460))))
        .containsOnly(Verdict.AS_BEFORE);
    assertThat(watch.saw(HOME, wrong())).isEqualTo(Verdict.SUSPECT);
  }

  @Test
  void systemsAreCountedEachForItself() {
    verdicts(9, wrong());

    assertThat(watch.saw(new SystemId(2), wrong())).isEqualTo(Verdict.AS_BEFORE);
    assertThat(watch.saw(HOME, wrong())).isEqualTo(Verdict.SUSPECT);
  }

  @Test
  void verdictThatWasForgottenIsReachedAnew() {
    verdicts(10, wrong());
    watch.forget(HOME);

    assertThat(verdicts(10, wrong()).get(9)).isEqualTo(Verdict.SUSPECT);
  }
}
