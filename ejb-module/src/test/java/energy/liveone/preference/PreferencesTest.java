package energy.liveone.preference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreferencesTest {
  private static final PreferenceChange DARK =
      new PreferenceChange(null, Theme.DARK, null, null, null);
  private static final PreferenceChange FAHRENHEIT =
      new PreferenceChange(null, null, null, TemperatureUnit.FAHRENHEIT, null);

  @Test
  void aChangeLeavesWhatItDoesNotName() {
    Preferences changed = Preferences.DEFAULT.with(DARK).with(FAHRENHEIT);

    assertThat(changed)
        .isEqualTo(
            new Preferences(
                Language.AUTOMATIC,
                Theme.DARK,
                PowerUnit.BY_SIZE,
                TemperatureUnit.FAHRENHEIT,
                WeekStart.BY_LOCALE));
  }

  @Test
  void namesFindTheirChoicesAndOtherNamesNone() {
    assertThat(Choice.named(PowerUnit.class, "kW")).contains(PowerUnit.KILOWATT);
    assertThat(Choice.named(PowerUnit.class, "KW")).isEmpty();
    assertThat(Choice.named(Theme.class, null)).isEmpty();
    assertThat(Choice.names(Language.class)).containsExactlyInAnyOrder("auto", "en", "de");
  }
}
