package energy.liveone.web.preference;

import energy.liveone.preference.Choice;
import energy.liveone.preference.Language;
import energy.liveone.preference.Preferences;
import energy.liveone.preference.Theme;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All wishes of how pages shall look, and the order in which they count.
 *
 * @param ofAccountOrNull null for strangers and guests
 * @param ofBrowser the names in the browser's cookies
 * @param themeOfAddressOrNull the name in the address
 */
record Wishes(
    @Nullable Preferences ofAccountOrNull, Kept ofBrowser, @Nullable String themeOfAddressOrNull) {
  /** What a browser keeps. */
  record Kept(@Nullable String themeOrNull, @Nullable String languageOrNull) {}

  /** Units and the like; the defaults for strangers and guests. */
  Preferences preferences() {
    return ofAccountOrNull == null ? Preferences.DEFAULT : ofAccountOrNull;
  }

  /** The browser's cookie is for people who have not signed in. */
  Language language() {
    return ofAccountOrNull == null
        ? Choice.named(Language.class, ofBrowser.languageOrNull()).orElse(Language.AUTOMATIC)
        : ofAccountOrNull.language();
  }

  /** An address says it for bookmarks and displays on walls, whoever is signed in there. */
  Theme theme() {
    return Choice.named(Theme.class, themeOfAddressOrNull).orElseGet(this::keptTheme);
  }

  /** The theme of addresses that say none. */
  Theme keptTheme() {
    return Stream.of(preferences().theme(), Choice.named(Theme.class, ofBrowser.themeOrNull()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Theme.DEVICE);
  }
}
