package energy.liveone.web.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {
  private static final double[] NOTHING = {};
  private static final double GAP = Double.NaN;

  @Test
  void theScaleGoesFromZeroToTheHighestOfBothCurves() {
    Sparkline drawn = Sparkline.ofPowers(96, new double[] {0, 500}, new double[] {1_000, 250}, 100);

    assertThat(drawn.zero()).isEqualTo("96");
    assertThat(drawn.line()).isEqualTo("M0.5,4L1.5,73");
    assertThat(drawn.area()).isEqualTo("M0.5,96L0.5,96L1.5,50L1.5,96Z");
  }

  @Test
  void whatGoesBelowZeroIsDrawnBelowIt() {
    Sparkline drawn = Sparkline.ofPowers(96, NOTHING, new double[] {300, -100}, 100);

    assertThat(drawn.zero()).isEqualTo("73");
    assertThat(drawn.line()).isEqualTo("M0.5,4L1.5,96");
  }

  @Test
  void nextToNothingLooksLikeIt() {
    assertThat(Sparkline.ofPowers(96, NOTHING, new double[] {5, 5}, 100).line())
        .isEqualTo("M0.5,91.4L1.5,91.4");
  }

  @Test
  void aGapIsNotBridgedUnlessItIsAsShortAsHalfHoursHave() {
    double[] values = {100, GAP, GAP, 100, GAP, GAP, GAP, 100, 100};

    assertThat(Sparkline.ofPowers(96, NOTHING, values, 100).line())
        .isEqualTo("M0.5,4L3.5,4M7.5,4L8.5,4");
  }

  @Test
  void aLoneQuarterHourIsDrawnOverTheWholeOfIt() {
    double[] values = {GAP, GAP, 50};
    Sparkline drawn = Sparkline.ofPowers(96, values, values, 100);

    assertThat(drawn.line()).isEqualTo("M2,50H3");
    assertThat(drawn.area()).isEqualTo("M2,96L2,50H3L3,96Z");
  }

  @Test
  void pricesGoInStepsAndAreNeverBridged() {
    assertThat(Sparkline.ofSteps(96, new double[] {20, 10, GAP, 20}, 10).line())
        .isEqualTo("M0,4V4H1V50H2M3,4V4H4");
  }

  @Test
  void aDayWithoutDataHasItsLineOfZeroAndNothingElse() {
    assertThat(Sparkline.empty(92)).isEqualTo(new Sparkline(92, "96", "", ""));
  }
}
