package energy.liveone.history;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.aggregate.LocalDay;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuarterHoursTest {
  private static final LocalDay DAY = day("2026-11-23", "Australia/Melbourne");

  private final QuarterHours means = new QuarterHours(DAY);

  @Test
  void rowsWeighAsMuchAsTheyCover() {
    means.add(DAY.start() + 300, 100, 300, 300);
    means.add(DAY.start() + 600, 400, 300, 150);

    assertThat(means.meanAt(0)).isEqualTo(200);
    assertThat(means.meanAt(1)).isNaN();
  }

  @Test
  void midnightBelongsToTheDayJustOver() {
    means.add(DAY.start(), 100, 300, 300);
    means.add(DAY.end(), 700, 300, 300);

    assertThat(means.meanAt(0)).isNaN();
    assertThat(means.meanAt(95)).isEqualTo(700);
  }

  @Test
  void aHalfHourCountsInBothOfItsQuarters() {
    means.add(DAY.start() + 1_800, 24.5, 1_800, 1_800);

    assertThat(means.meanAt(0)).isEqualTo(24.5);
    assertThat(means.meanAt(1)).isEqualTo(24.5);
    assertThat(means.meanAt(2)).isNaN();
  }

  @Test
  void ofARowOverMidnightOnlyTodaysPartCounts() {
    means.add(DAY.start() + 900, 10, 3_600, 3_600);

    assertThat(means.meanAt(0)).isEqualTo(10);
  }

  @Test
  void whatCoversNothingHasNoMean() {
    means.add(DAY.start() + 300, 100, 300, 0);
    means.add(DAY.start() + 600, Double.NaN, 300, 300);

    assertThat(means.meanAt(0)).isNaN();
  }

  @Test
  void daysHaveAsManyAsTheirClocksSay() {
    assertThat(new QuarterHours(day("2026-10-04", "Australia/Melbourne")).size()).isEqualTo(92);
    assertThat(new QuarterHours(day("2026-04-05", "Australia/Melbourne")).size()).isEqualTo(100);
    assertThat(new QuarterHours(day("2026-10-04", "Australia/Lord_Howe")).size()).isEqualTo(94);
  }

  private static LocalDay day(String date, String zone) {
    return LocalDay.of(LocalDate.parse(date), ZoneId.of(zone));
  }
}
