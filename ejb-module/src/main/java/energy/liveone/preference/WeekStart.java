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
   * The day itself, for readers of all Java versions that which their browsers would say: a
   * language without a country is that of the country where most people speak it, and Australians
   * begin on Monday, whom Java 17 still has begin on Sunday.
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
      return locale.getCountry().equals("AU") ? Locale.UK : locale;
    }
    return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMANY : Locale.US;
  }
}
