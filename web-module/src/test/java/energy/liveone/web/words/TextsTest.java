package energy.liveone.web.words;

import static java.util.Collections.enumeration;
import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.preference.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private final Texts english = Texts.of(Locale.ENGLISH);
  private final Texts german = Texts.of(Locale.GERMAN);

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(german.bundle().keySet()).isEqualTo(english.bundle().keySet());
  }

  @Test
  void bothLanguagesHaveTheSamePlacesForValues() {
    for (String key : english.bundle().keySet()) {
      assertThat(places(german, key)).as(key).isEqualTo(places(english, key));
    }
  }

  @Test
  void nothingIsShouted() {
    for (Texts texts : List.of(english, german)) {
      assertThat(texts.bundle().keySet()).noneMatch(key -> texts.text(key).contains("!"));
    }
  }

  @Test
  void valuesTakeTheirPlaces() {
    assertThat(english.shared("summary.grid", "1 kWh", "2 kWh"))
        .isEqualTo("The grid gave 1 kWh and took 2 kWh.");
  }

  @Test
  void theFirstLanguageThatWeSpeakIsChosenWithItsRegion() {
    List<Locale> accepted = List.of(Locale.FRANCE, Locale.forLanguageTag("de-AT"), Locale.ENGLISH);

    assertThat(Languages.choose(Language.AUTOMATIC, enumeration(accepted)).toLanguageTag())
        .isEqualTo("de-AT");
  }

  @Test
  void whoSpeaksNoneOfThemGetsEnglish() {
    assertThat(Languages.choose(Language.AUTOMATIC, enumeration(List.of(Locale.FRANCE))))
        .isEqualTo(Locale.ENGLISH);
  }

  @Test
  void aChosenLanguageTakesTheRegionThatTheReaderHasForIt() {
    List<Locale> accepted = List.of(Locale.UK, Locale.ENGLISH, Locale.forLanguageTag("de-AT"));

    assertThat(Languages.choose(Language.GERMAN, enumeration(accepted)).toLanguageTag())
        .isEqualTo("de-AT");
  }

  @Test
  void aChosenLanguageThatTheBrowserDoesNotAskForHasNoRegion() {
    assertThat(Languages.choose(Language.GERMAN, enumeration(List.of(Locale.UK))))
        .isEqualTo(Locale.GERMAN);
    assertThat(Languages.choose(Language.ENGLISH, enumeration(List.of(Locale.GERMANY))))
        .isEqualTo(Locale.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTOMATIC")
  void everyLanguageThatCanBeChosenHasTexts(Language language) {
    Locale chosen = Languages.choose(language, enumeration(List.of()));

    assertThat(Texts.of(chosen).bundle().getLocale()).isEqualTo(chosen);
  }

  @Test
  void scriptDataCannotEndItsElement() {
    assertThat(InlineJson.of(Map.of("name", "</script>"))).doesNotContain("<");
  }

  private static List<String> places(Texts texts, String key) {
    return PLACE.matcher(texts.text(key)).results().map(found -> found.group()).sorted().toList();
  }
}
