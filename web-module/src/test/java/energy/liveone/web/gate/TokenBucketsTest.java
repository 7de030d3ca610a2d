package energy.liveone.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
  private final TokenBuckets buckets = new TokenBuckets(2, 5);

  private int taken(String key, long nowMillis, int attempts) {
    int granted = 0;
    for (int i = 0; i < attempts; i++) {
      granted += buckets.take(key, nowMillis).isEmpty() ? 1 : 0;
    }
    return granted;
  }

  @Test
  void aBurstGoesAtOnceAndThenOneByOne() {
    assertThat(taken("a", 0, 20)).isEqualTo(10);
    assertThat(buckets.take("a", 0)).contains(Duration.ofMillis(500));
    assertThat(taken("a", 500, 5)).isEqualTo(1);
    assertThat(taken("a", 2_000, 20)).isEqualTo(3);
  }

  @Test
  void keysDoNotShare() {
    taken("a", 0, 20);

    assertThat(taken("b", 0, 20)).isEqualTo(10);
  }

  @Test
  void aChangeOfGenerationsForgetsNoDebt() {
    taken("a", 0, 1);
    taken("a", 4_999, 20);

    assertThat(taken("a", 5_001, 20)).isZero();
    assertThat(taken("a", 9_000, 20)).isEqualTo(8);
    assertThat(taken("a", 10_002, 20)).isEqualTo(2);
  }

  @Test
  void nobodyFillsTheMemory() {
    for (int i = 0; i < 3 * TokenBuckets.MAX_KEYS; i++) {
      buckets.take("key " + i, 0);
    }

    assertThat(buckets.size()).isLessThanOrEqualTo(TokenBuckets.MAX_KEYS + 1);
    assertThat(taken("one more", 0, 20)).as("share what is left").isZero();
    buckets.take("later", 5_000);
    buckets.take("later", 10_000);
    assertThat(buckets.size()).isLessThan(3);
  }

  @Test
  void aClockThatIsSetBackRefillsNothingAndBlocksNobodyForLong() {
    taken("a", 1_000_000, 20);

    assertThat(taken("a", 0, 20)).isZero();
    assertThat(taken("a", 1_000, 20)).isEqualTo(2);
  }

  @Test
  void zeroMeansNoLimit() {
    TokenBuckets none = new TokenBuckets(0, 10);

    assertThat(none.take("a", 0)).isEmpty();
    assertThat(none.size()).isZero();
  }
}
