package energy.liveone.web.words;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** The languages that the pages speak, and how one of them is chosen. */
final class Languages {
  private static final List<String> SPOKEN = List.of("en", "de");

  private Languages() {}

  /** The first locale that the reader accepts in a language that we speak; else English. */
  static Locale choose(Enumeration<Locale> accepted) {
    return Collections.list(accepted).stream()
        .filter(locale -> SPOKEN.contains(locale.getLanguage()))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }
}
