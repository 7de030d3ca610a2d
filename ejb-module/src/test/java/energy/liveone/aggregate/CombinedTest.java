package energy.liveone.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CombinedTest {
  @Test
  void averagesWeighByTimeCovered() {
    var day = Combined.of(List.of(gauge(300, 100.0, 300, 0), gauge(600, 400.0, 100, 0)), 600, 600);

    assertThat(day.orElseThrow().avg()).isEqualTo((100.0 * 300 + 400.0 * 100) / 400);
  }

  @Test
  void partialDescribesTheLongIntervalAndNotItsRows() {
    int partial = Flag.PARTIAL.bit();
    int gap = Flag.GAP.bit();

    var whole = Combined.of(List.of(gauge(300, 1.0, 300, partial | gap)), 300, 300).orElseThrow();
    var half = Combined.of(List.of(gauge(300, 1.0, 300, 0)), 600, 600).orElseThrow();

    assertThat(whole.has(Flag.PARTIAL)).isFalse();
    assertThat(whole.has(Flag.GAP)).isTrue();
    assertThat(half.has(Flag.PARTIAL)).isTrue();
  }

  @Test
  void halfHoursOfVendorWeighAsMuchAsTheyAreLong() {
    var hour =
        Combined.of(List.of(gauge(1_800, 10.0, 1_800, 0), gauge(3_600, 30.0, 900, 0)), 3_600, 3_600)
            .orElseThrow();

    assertThat(hour.avg()).isEqualTo((10.0 * 1_800 + 30.0 * 900) / 2_700);
    assertThat(hour.coveredSeconds()).isEqualTo(2_700);
  }

  @Test
  void nothingIsCoveredLongerThanItIs() {
    // A retailer's day of 24 hours, in a zone where this day has 23.
    var day = Combined.of(List.of(gauge(82_800, 1.0, 86_400, 0)), 82_800, 82_800).orElseThrow();

    assertThat(day.coveredSeconds()).isEqualTo(82_800);
    assertThat(day.has(Flag.PARTIAL)).isFalse();
  }

  @Test
  void whatIsNullStaysNull() {
    var counter = new Aggregate(300, 5.0, 6.0, null, null, 2, 5.0, 6.0, 1.0, 300, 0);
    var first = new Aggregate(600, 6.0, 6.0, null, null, 1, 6.0, 6.0, null, 60, 0);

    var day = Combined.of(List.of(counter, first), 600, 600).orElseThrow();

    assertThat(day.delta()).isEqualTo(1.0);
    assertThat(day.sum()).isNull();
    assertThat(day.avg()).isNull();
    assertThat(day.last()).isEqualTo(6.0);
  }

  @Test
  void noRowsGiveNoRow() {
    assertThat(Combined.of(List.of(), 600, 600)).isEmpty();
  }

  private static Aggregate gauge(long end, double avg, int covered, int flags) {
    return new Aggregate(end, avg, avg, avg, avg, 1, avg, avg, null, covered, flags);
  }
}
