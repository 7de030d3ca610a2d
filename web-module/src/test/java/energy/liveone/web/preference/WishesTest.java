package energy.liveone.web.preference;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.preference.Language;
import energy.liveone.preference.PreferenceChange;
import energy.liveone.preference.Preferences;
import energy.liveone.preference.TemperatureUnit;
import energy.liveone.preference.Theme;
import energy.liveone.web.preference.Wishes.Kept;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTest {
  private static final Kept NOTHING = new Kept(null, null);
  private static final Kept LIGHT_AND_GERMAN = new Kept("light", "de");

  private static Preferences preferring(@Nullable Language language, @Nullable Theme theme) {
    return Preferences.DEFAULT.with(
        new PreferenceChange(language, theme, null, TemperatureUnit.FAHRENHEIT, null));
  }

  @ParameterizedTest(name = "address {0}, account {1}, cookie {2}: {3}")
  @CsvSource({
    "light, DARK, dark, LIGHT",
    "auto, DARK, dark, DEVICE",
    "purple, DARK, light, DARK",
    ", DARK, light, DARK",
    ", DEVICE, light, DEVICE",
    ", , light, LIGHT",
    ", , purple, DEVICE",
    ", , , DEVICE",
  })
  void theAddressCountsBeforeTheAccountAndThatBeforeTheCookie(
      @Nullable String address, @Nullable Theme account, @Nullable String cookie, Theme theme) {
    Wishes wishes = new Wishes(preferring(null, account), new Kept(cookie, null), address);

    assertThat(wishes.theme()).isEqualTo(theme);
  }

  @Test
  void theAddressOfOnePageSaysNothingOfOthers() {
    Wishes wishes = new Wishes(null, LIGHT_AND_GERMAN, "dark");

    assertThat(wishes.theme()).isEqualTo(Theme.DARK);
    assertThat(wishes.keptTheme()).isEqualTo(Theme.LIGHT);
  }

  @Test
  void strangersHaveTheLanguageAndThemeOfTheirBrowserAndElseTheDefaults() {
    assertThat(new Wishes(null, LIGHT_AND_GERMAN, null).language()).isEqualTo(Language.GERMAN);
    assertThat(new Wishes(null, new Kept(null, "fr"), null).language())
        .isEqualTo(Language.AUTOMATIC);
    assertThat(new Wishes(null, NOTHING, null).language()).isEqualTo(Language.AUTOMATIC);
    assertThat(new Wishes(null, LIGHT_AND_GERMAN, null).preferences())
        .isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void theLanguageOfAnAccountIsNotThatOfTheCookie() {
    Preferences english = preferring(Language.ENGLISH, null);

    assertThat(new Wishes(english, LIGHT_AND_GERMAN, null).language()).isEqualTo(Language.ENGLISH);
    assertThat(new Wishes(Preferences.DEFAULT, LIGHT_AND_GERMAN, null).language())
        .isEqualTo(Language.AUTOMATIC);
  }
}
