package energy.liveone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold of every allotment, tried with many sites that no one would build. */
class AllotmentTest {
  private static final double TINY_WH = 1e-6;

  private final Random random = new Random(20261123);

  @Test
  void sourcesEqualSinksAndBothAreWhatWasMeasured() {
    for (int i = 0; i < 20_000; i++) {
      Balance balance = anyBalance();

      FlowMatrix matrix = Allotment.of(balance);

      assertThat(matrix.given(Source.SOLAR)).isCloseTo(balance.solar(), within(TINY_WH));
      assertThat(matrix.given(Source.BATTERY)).isCloseTo(balance.discharge(), within(TINY_WH));
      assertThat(matrix.given(Source.GRID)).isCloseTo(balance.imported(), within(TINY_WH));
      assertThat(matrix.taken(Sink.LOAD)).isCloseTo(balance.loadTaken(), within(TINY_WH));
      assertThat(matrix.taken(Sink.BATTERY)).isCloseTo(balance.charge(), within(TINY_WH));
      assertThat(matrix.taken(Sink.GRID)).isCloseTo(balance.exported(), within(TINY_WH));
      double residual =
          balance.given() - balance.loadTaken() - balance.charge() - balance.exported();
      assertThat(matrix.taken(Sink.LOSSES) - matrix.given(Source.UNACCOUNTED))
          .as("losses and residual are neither clamped nor invented")
          .isCloseTo(residual, within(TINY_WH));
    }
  }

  @Test
  void nothingFlowsBackwards() {
    for (int i = 0; i < 20_000; i++) {
      FlowMatrix matrix = Allotment.of(anyBalance());

      for (Source source : Source.values()) {
        for (Sink sink : Sink.values()) {
          assertThat(matrix.at(source, sink)).isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  @Test
  void withOneDirectionEachEverySinkHasTheSameMix() {
    FlowMatrix matrix = Allotment.of(new Balance(300, 0, 100, 200, 180, 0, true));

    for (Sink sink : new Sink[] {Sink.LOAD, Sink.BATTERY, Sink.LOSSES}) {
      assertThat(matrix.at(Source.SOLAR, sink))
          .isCloseTo(3 * matrix.at(Source.GRID, sink), within(TINY_WH));
    }
  }

  @Test
  void theGridSellsToItselfOnlyWhenNothingElseIsThere() {
    assertThat(Allotment.of(new Balance(50, 20, 80, 80, 0, 70, true)).at(Source.GRID, Sink.GRID))
        .isZero();
    assertThat(Allotment.of(new Balance(0, 0, 80, 10, 0, 70, true)).at(Source.GRID, Sink.GRID))
        .isEqualTo(70);
  }

  @Test
  void addingUpKeepsEveryRowAndColumn() {
    FlowMatrix sum = FlowMatrix.ZERO;
    double solar = 0;
    double taken = 0;
    for (int i = 0; i < 105_120; i++) {
      Balance balance = anyBalance();
      sum = sum.plus(Allotment.of(balance));
      solar += balance.solar();
      taken += balance.loadTaken();
    }

    assertThat(sum.given(Source.SOLAR))
        .as("a year, to the watt-hour")
        .isCloseTo(solar, within(0.5));
    assertThat(sum.taken(Sink.LOAD)).isCloseTo(taken, within(0.5));
  }

  private Balance anyBalance() {
    return new Balance(
        amount(), amount(), amount(), amount(), amount(), amount(), random.nextInt(4) > 0);
  }

  /** Often nothing, sometimes very little, mostly up to some kW. */
  private double amount() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> 0;
      case 2 -> random.nextDouble() * 1e-9;
      default -> random.nextDouble() * 900;
    };
  }
}
