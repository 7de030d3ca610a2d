package energy.liveone.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekStartTest {
  @ParameterizedTest(name = "{0} begins weeks on {1}")
  @CsvSource({
    "de-DE,MONDAY",
    "en-GB,MONDAY",
    "en-US,SUNDAY",
    "en-AU,MONDAY",
    "de,MONDAY",
    "en,SUNDAY"
  })
  void weeksBeginAsInTheReadersCountry(String tag, DayOfWeek day) {
    assertThat(WeekStart.BY_LOCALE.day(Locale.forLanguageTag(tag))).isEqualTo(day);
  }

  @Test
  void whatIsChosenCountsInEveryCountry() {
    assertThat(WeekStart.MONDAY.day(Locale.US)).isEqualTo(DayOfWeek.MONDAY);
    assertThat(WeekStart.SUNDAY.day(Locale.GERMANY)).isEqualTo(DayOfWeek.SUNDAY);
  }
}
