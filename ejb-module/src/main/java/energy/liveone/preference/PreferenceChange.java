package energy.liveone.preference;

import org.jspecify.annotations.Nullable;

/** What of somebody's preferences changes; what is null stays as it is. */
public record PreferenceChange(
    @Nullable Language languageOrNull,
    @Nullable Theme themeOrNull,
    @Nullable PowerUnit powerOrNull,
    @Nullable TemperatureUnit temperatureOrNull,
    @Nullable WeekStart weekStartOrNull) {}
