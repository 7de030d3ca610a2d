package energy.liveone.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StretchesTest {
  private static final Stretch WHOLE = new Stretch(0, 200);

  @Test
  void stretchesThatTouchBecomeOne() {
    assertThat(Stretches.merged(List.of(new Stretch(5, 9), new Stretch(0, 5), new Stretch(12, 14))))
        .containsExactly(new Stretch(0, 9), new Stretch(12, 14));
  }

  @Test
  void differenceMayFallIntoPieces() {
    assertThat(Stretches.minus(WHOLE, List.of(new Stretch(-3, 10), new Stretch(50, 60))))
        .containsExactly(new Stretch(10, 50), new Stretch(60, 200));
  }

  @Test
  void nothingIsLeftWhenAllIsCovered() {
    assertThat(Stretches.minus(WHOLE, List.of(new Stretch(-1, 100), new Stretch(100, 300))))
        .isEmpty();
  }

  /** Second by second: what is left and what was taken make the whole, and never overlap. */
  @RepeatedTest(200)
  void restAndOthersCoverTheWholeExactlyOnce(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<Stretch> others = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      long from = random.nextInt(240) - 20L;
      others.add(new Stretch(from, from + 1L + random.nextInt(60)));
    }

    List<Stretch> rest = Stretches.minus(WHOLE, others);

    for (long second = 1; second <= WHOLE.to(); second++) {
      long at = second;
      boolean left = rest.stream().anyMatch(one -> one.from() < at && at <= one.to());
      boolean taken = others.stream().anyMatch(one -> one.from() < at && at <= one.to());
      assertThat(left).as("second %d", at).isNotEqualTo(taken);
    }
    assertThat(Stretches.merged(rest)).isEqualTo(rest);
  }
}
