package energy.liveone.history;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.history.PeakKeeping.Kept;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PeakKeepingTest {
  private static final int ROWS = 20_000;

  private static long[] minutes(int count) {
    return LongStream.range(0, count).map(minute -> 1_795_000_000L + 60 * minute).toArray();
  }

  private static double[] noise(long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, ROWS).mapToDouble(row -> random.nextGaussian() * 100).toArray();
  }

  @Test
  void fewRowsAllStay() {
    Kept kept = new PeakKeeping(minutes(100), new double[100]).atMost(100);

    assertThat(kept.rows().cardinality()).isEqualTo(100);
    assertThat(kept.bucketSeconds()).isZero();
  }

  @Test
  void noMoreRowsStayThanWanted() {
    double[][] columns = {noise(1), noise(2), noise(3), noise(4), noise(5)};

    for (int most : new int[] {12, 100, 1_200, 5_000}) {
      Kept kept = new PeakKeeping(minutes(ROWS), columns).atMost(most);

      assertThat(kept.rows().cardinality()).isBetween(most / 4, most);
    }
  }

  @Test
  void theHighestAndTheLowestOfEveryColumnStay() {
    double[] load = noise(6);
    double[] solar = noise(7);
    load[12_345] = 9_000;
    solar[777] = -9_000;

    Kept kept = new PeakKeeping(minutes(ROWS), load, solar).atMost(500);

    assertThat(kept.rows().get(12_345)).isTrue();
    assertThat(kept.rows().get(777)).isTrue();
  }

  @Test
  void bothEdgesOfAGapStay() {
    long[] times = minutes(ROWS);
    for (int row = 8_000; row < ROWS; row++) {
      times[row] += 7_000;
    }

    Kept kept = new PeakKeeping(times, noise(8)).atMost(300);

    long before = times[kept.rows().previousSetBit(7_999)];
    long after = times[kept.rows().nextSetBit(8_000)];
    assertThat(after - before).isBetween(7_060L, 7_060L + 2L * kept.bucketSeconds());
  }

  @Test
  void aColumnWithoutValuesKeepsNothing() {
    double[] nothing = new double[ROWS];
    Arrays.fill(nothing, Double.NaN);

    Kept kept = new PeakKeeping(minutes(ROWS), nothing).atMost(400);

    assertThat(kept.rows().cardinality()).isLessThanOrEqualTo(200);
    assertThat(kept.rows().get(0)).isTrue();
    assertThat(kept.rows().get(ROWS - 1)).isTrue();
  }
}
