package energy.liveone.web.live;

import energy.liveone.web.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Ages and moments in words, in the zone of a site. */
public record SiteClock(ZoneId zone, Instant now, Texts texts) {
  private static final Duration SOON = Duration.ofHours(1);

  /** "20 s ago", never in the future. */
  public String age(Instant time) {
    Duration age = Duration.between(time, now);
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return texts.shared("age.s", seconds);
    }
    if (seconds < 3_600) {
      return texts.shared("age.min", seconds / 60);
    }
    return seconds < 86_400
        ? texts.shared("age.h", seconds / 3_600)
        : texts.shared("age.d", seconds / 86_400);
  }

  /** "14:05" within the last day, else "Sun 23 Nov". */
  public String since(Instant time) {
    return Duration.between(time, now).toDays() < 1 ? clock(time) : date(time);
  }

  /** "06:30" within the next day, else "Sun 23 Nov". */
  public String until(Instant time) {
    return Duration.between(now, time).toDays() < 1 ? clock(time) : date(time);
  }

  /** Whether a time to come is so near that waiting for it is no sleep. */
  public boolean isSoon(Instant time) {
    return Duration.between(now, time).compareTo(SOON) < 0;
  }

  /** "14:05" */
  public String clock(Instant time) {
    return written("HH:mm", time);
  }

  /** "Sun 23 Nov" */
  public String date(Instant time) {
    return written(isGerman() ? "EEE d. MMM" : "EEE d MMM", time);
  }

  /** "23 Nov 2026" */
  public String day(Instant time) {
    return written(isGerman() ? "d. MMM uuuu" : "d MMM uuuu", time);
  }

  /** "Sun 23 Nov, 14:05" */
  public String moment(Instant time) {
    return date(time) + ", " + clock(time);
  }

  /** "14:05:20" */
  public String exact(Instant time) {
    return written("HH:mm:ss", time);
  }

  private boolean isGerman() {
    return texts.locale().getLanguage().equals(Locale.GERMAN.getLanguage());
  }

  private String written(String pattern, Instant time) {
    return DateTimeFormatter.ofPattern(pattern, texts.locale()).withZone(zone).format(time);
  }
}
