package energy.liveone.web.address;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A page with a list, newest first, whose filter is in its address: from a day, to a day, both in
 * UTC and inclusive, and before an entry. What is no day or no entry filters nothing.
 */
public abstract class FilteredList {
  private String from = "";
  private String to = "";
  private String before = "";

  /** The first moment that is wanted; null for all. */
  protected @Nullable Instant startOrNull() {
    return day(from, 0);
  }

  /** The first moment that is not wanted any more; null for none. */
  protected @Nullable Instant endOrNull() {
    return day(to, 1);
  }

  /** The entry after the page; null for the newest page. */
  protected @Nullable Long beforeOrNull() {
    return before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null;
  }

  /** What is typed into a field of the filter; null when there is nothing. */
  protected static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /** What an address holds for a field; empty when it does not name it. */
  protected static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable Instant day(String text, int later) {
    try {
      return text.isBlank()
          ? null
          : LocalDate.parse(text.strip()).plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String value) {
    from = orEmpty(value);
  }

  public String getTo() {
    return to;
  }

  public void setTo(@Nullable String value) {
    to = orEmpty(value);
  }

  public String getBefore() {
    return before;
  }

  public void setBefore(@Nullable String value) {
    before = orEmpty(value);
  }
}
