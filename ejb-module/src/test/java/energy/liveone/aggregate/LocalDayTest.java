package energy.liveone.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDayTest {
  @ParameterizedTest
  @CsvSource({
    "2026-04-05, Australia/Melbourne, 300",
    "2026-10-04, Australia/Melbourne, 276",
    "2026-11-23, Australia/Melbourne, 288",
    "2026-04-05, Australia/Lord_Howe, 294",
    "2026-10-04, Australia/Lord_Howe, 282",
    "2026-04-05, Australia/Adelaide, 300",
    "2026-10-04, Australia/Adelaide, 276",
    "2026-11-23, Asia/Kathmandu, 288"
  })
  void daysHaveTheirRealNumberOfSlots(LocalDate date, ZoneId zone, int slots) {
    LocalDay day = LocalDay.of(date, zone);

    assertThat(day.slots()).isEqualTo(slots);
    assertThat(day.start() % FiveMinuteBucket.SECONDS).isZero();
  }

  @Test
  void midnightBelongsToTheDayJustOver() {
    ZoneId zone = ZoneId.of("Australia/Adelaide");
    LocalDay day = LocalDay.of(LocalDate.of(2026, 11, 23), zone);

    assertThat(LocalDay.containing(day.end(), zone)).isEqualTo(day);
    assertThat(LocalDay.containing(day.end() + 1, zone).date()).isEqualTo(day.date().plusDays(1));
    assertThat(LocalDay.containing(day.start(), zone).date()).isEqualTo(day.date().minusDays(1));
  }

  @Test
  void consecutiveDaysLeaveNoSecondOutAndCountNoneTwice() {
    ZoneId zone = ZoneId.of("Australia/Lord_Howe");
    LocalDate date = LocalDate.of(2026, 1, 1);
    for (int i = 0; i < 365; i++) {
      assertThat(LocalDay.of(date.plusDays(i), zone).end())
          .isEqualTo(LocalDay.of(date.plusDays(i + 1), zone).start());
    }
  }
}
