package energy.liveone.web.words;

import energy.liveone.preference.Preferences;
import energy.liveone.web.number.QuantityFormat;
import energy.liveone.web.preference.ReaderPreferences;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The texts of the current request, for pages ({@code #{words.text('key', value)}}) and beans. */
@Named
@RequestScoped
public class Words {
  private final Texts texts;

  @Inject
  public Words(HttpServletRequest request, ReaderPreferences reader) {
    Locale locale = Languages.choose(reader.language(), request.getLocales());
    Preferences wanted = reader.get();
    this.texts =
        Texts.of(
            locale,
            new QuantityFormat(locale, wanted.power(), wanted.temperature()),
            wanted.weekStart().day(locale));
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected Words() {
    this.texts = null;
  }

  /** The texts themselves. */
  public Texts texts() {
    return texts;
  }

  /** A text with its places filled in. */
  public String text(String key, Object... values) {
    return texts.text(key, values);
  }

  /** The reader's locale; formats of numbers and dates follow it. */
  public Locale getLocale() {
    return texts.locale();
  }

  /** For {@code <html lang>}. */
  public String getLanguage() {
    return texts.locale().getLanguage();
  }

  /** The reader's locale as scripts name it. */
  public String getTag() {
    return texts.locale().toLanguageTag();
  }

  /** The texts of scripts as JSON that is safe inside a script element. */
  public String getScriptData() {
    return InlineJson.of(texts.ofScripts());
  }
}
