package energy.liveone.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayRangeTest {
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 4);

  private static long midnight(LocalDate day) {
    return day.atStartOfDay(MELBOURNE).toEpochSecond();
  }

  @Test
  void gapThatEndsAtMidnightDoesNotTouchTheNextDay() {
    Stretch day = new Stretch(midnight(FIRST), midnight(FIRST.plusDays(1)));

    assertThat(DayRange.touchedBy(List.of(day), MELBOURNE, 7))
        .containsExactly(new DayRange(FIRST, FIRST));
  }

  @Test
  void newestDaysComeFirstAndNoRangeIsLongerThanAllowed() {
    Stretch days = new Stretch(midnight(FIRST) + 1, midnight(FIRST.plusDays(4)) + 1);

    assertThat(DayRange.touchedBy(List.of(days), MELBOURNE, 2))
        .containsExactly(
            new DayRange(FIRST.plusDays(4), FIRST.plusDays(4)),
            new DayRange(FIRST.plusDays(2), FIRST.plusDays(3)),
            new DayRange(FIRST, FIRST.plusDays(1)));
  }

  @Test
  void daysApartAreAskedForApart() {
    Stretch one = new Stretch(midnight(FIRST) + 10, midnight(FIRST) + 20);
    Stretch other = new Stretch(midnight(FIRST.plusDays(2)) + 10, midnight(FIRST.plusDays(2)) + 20);

    assertThat(DayRange.touchedBy(List.of(one, other), MELBOURNE, 7))
        .containsExactly(
            new DayRange(FIRST.plusDays(2), FIRST.plusDays(2)), new DayRange(FIRST, FIRST));
  }

  @Test
  void dayWithTheHourTwiceIsOneOf25Hours() {
    LocalDate change = LocalDate.of(2026, 4, 5);

    assertThat(new DayRange(change, change).whole(MELBOURNE).seconds()).isEqualTo(25 * 3_600);
  }

  @Test
  void futureIsNotAskedFor() {
    Instant noon = Instant.ofEpochSecond(midnight(FIRST) + 43_200);

    assertThat(new DayRange(FIRST, FIRST).until(noon, MELBOURNE))
        .containsExactly(new Stretch(midnight(FIRST), noon.getEpochSecond()));
    assertThat(new DayRange(FIRST.plusDays(1), FIRST.plusDays(1)).until(noon, MELBOURNE)).isEmpty();
  }
}
