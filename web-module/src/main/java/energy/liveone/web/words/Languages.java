package energy.liveone.web.words;

import energy.liveone.preference.Language;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** The languages that the pages speak, and how one of them is chosen. */
final class Languages {
  private static final List<String> SPOKEN = List.of("en", "de");

  private Languages() {}

  /**
   * The locale of pages: the language is the wanted one, or else the first that the reader accepts
   * and that we speak, or else English; the region is that of the reader, where the browser says
   * one for this language.
   */
  static Locale choose(Language wanted, Enumeration<Locale> accepted) {
    List<String> wantable = wanted == Language.AUTOMATIC ? SPOKEN : List.of(wanted.wireName());
    return Collections.list(accepted).stream()
        .filter(locale -> wantable.contains(locale.getLanguage()))
        .findFirst()
        .orElseGet(() -> Locale.forLanguageTag(wantable.get(0)));
  }
}
