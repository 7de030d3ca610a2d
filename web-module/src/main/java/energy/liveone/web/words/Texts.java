package energy.liveone.web.words;

import energy.liveone.preference.WeekStart;
import energy.liveone.web.number.QuantityFormat;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * The texts of one language.
 *
 * @param locale of the reader: the language is one that we speak, the region is the reader's
 * @param quantities how the reader wants numbers and their units
 * @param weekStart the day on which the reader's weeks begin
 * @param bundle the texts of that language
 */
public record Texts(
    Locale locale, QuantityFormat quantities, DayOfWeek weekStart, ResourceBundle bundle) {
  private static final String BUNDLE = "energy.liveone.web.messages";
  private static final String SCRIPT_PREFIX = "js.";

  /** The texts for a reader without wishes; the language must be one of {@link Languages}. */
  public static Texts of(Locale locale) {
    return of(locale, new QuantityFormat(locale), WeekStart.BY_LOCALE.day(locale));
  }

  /** The same with a reader's own way of writing quantities, and the first day of their weeks. */
  static Texts of(Locale locale, QuantityFormat quantities, DayOfWeek weekStart) {
    Locale language = Locale.forLanguageTag(locale.getLanguage());
    ResourceBundle.Control noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Texts(
        locale, quantities, weekStart, ResourceBundle.getBundle(BUNDLE, language, noFallback));
  }

  /** A text with {@code {0}}, {@code {1}} … replaced as they stand. */
  public String text(String key, Object... values) {
    String text = bundle.getString(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** A text that scripts use as well. */
  public String shared(String key, Object... values) {
    return text(SCRIPT_PREFIX + key, values);
  }

  /** A text, or another one where the bundles have none of this key. */
  public String textOr(String key, String other) {
    return bundle.containsKey(key) ? text(key) : other;
  }

  /** The texts of scripts, without their prefix. */
  public Map<String, String> ofScripts() {
    Map<String, String> texts = new TreeMap<>();
    for (String key : bundle.keySet()) {
      if (key.startsWith(SCRIPT_PREFIX)) {
        texts.put(key.substring(SCRIPT_PREFIX.length()), bundle.getString(key));
      }
    }
    return texts;
  }
}
