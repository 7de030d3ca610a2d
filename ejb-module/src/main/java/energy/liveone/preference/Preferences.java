package energy.liveone.preference;

import static java.util.Objects.requireNonNullElse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody prefers.
 *
 * @param themeOrNull null for who never chose one: then each browser keeps its own
 */
public record Preferences(
    Language language,
    @Nullable Theme themeOrNull,
    PowerUnit power,
    TemperatureUnit temperature,
    WeekStart weekStart) {
  /** Of who never chose anything. */
  public static final Preferences DEFAULT =
      new Preferences(
          Language.AUTOMATIC,
          null,
          PowerUnit.BY_SIZE,
          TemperatureUnit.CELSIUS,
          WeekStart.BY_LOCALE);

  /** Light or dark, if that was ever chosen. */
  public Optional<Theme> theme() {
    return Optional.ofNullable(themeOrNull);
  }

  /** The same but for what a change names. */
  public Preferences with(PreferenceChange change) {
    return new Preferences(
        requireNonNullElse(change.languageOrNull(), language),
        change.themeOrNull() == null ? themeOrNull : change.themeOrNull(),
        requireNonNullElse(change.powerOrNull(), power),
        requireNonNullElse(change.temperatureOrNull(), temperature),
        requireNonNullElse(change.weekStartOrNull(), weekStart));
  }
}
