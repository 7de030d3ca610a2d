package energy.liveone.preference;

import java.time.DayOfWeek;
import java.time.temporal.WeekFields;
import java.util.Locale;

/** The day with which calendars begin their weeks. */
public enum WeekStart implements Choice {
  /** As in the reader's country. */
  BY_LOCALE("auto"),
  MONDAY("monday"),
  SUNDAY("sunday");

  private final String wireName;

  WeekStart(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /**
   * The day itself. A language without a country is that of the country where most people speak it,
   * as browsers have it, too; Java's own answer for these differs between its versions.
   */
  public DayOfWeek day(Locale locale) {
    return switch (this) {
      case MONDAY -> DayOfWeek.MONDAY;
      case SUNDAY -> DayOfWeek.SUNDAY;
      case BY_LOCALE -> WeekFields.of(withCountry(locale)).getFirstDayOfWeek();
    };
  }

  private static Locale withCountry(Locale locale) {
    if (!locale.getCountry().isEmpty()) {
      return locale;
    }
    return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMANY : Locale.US;
  }
}
