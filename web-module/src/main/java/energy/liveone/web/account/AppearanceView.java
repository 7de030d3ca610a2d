package energy.liveone.web.account;

import energy.liveone.preference.Choice;
import energy.liveone.preference.Language;
import energy.liveone.preference.PowerUnit;
import energy.liveone.preference.PreferenceChange;
import energy.liveone.preference.PreferenceService;
import energy.liveone.preference.Preferences;
import energy.liveone.preference.TemperatureUnit;
import energy.liveone.preference.Theme;
import energy.liveone.preference.WeekStart;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Typed;
import energy.liveone.web.preference.KeptByBrowser;
import energy.liveone.web.preference.ReaderPreferences;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The card with language, theme and units. */
@Named("appearance")
@RequestScoped
public class AppearanceView {
  private static final String FIELD = "prefer-";
  private static final String DONE = "appearance";

  @Inject private OwnerCheck owner;
  @Inject private PreferenceService preferences;
  @Inject private ReaderPreferences reader;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  /** One line of the form; {@code error} is empty unless what was sent is no choice. */
  public record Setting(String name, String label, List<Option> options, String error) {}

  /** One thing to choose. */
  public record Option(String value, String text, boolean chosen) {}

  /** Keeps everything, or nothing when something of it is no choice. */
  public void save() throws IOException {
    Optional<Language> language = chosen("language", Language.class);
    Optional<Theme> theme = chosen("theme", Theme.class);
    Optional<PowerUnit> power = chosen("power", PowerUnit.class);
    Optional<TemperatureUnit> temperature = chosen("temperature", TemperatureUnit.class);
    Optional<WeekStart> week = chosen("week", WeekStart.class);
    if (getSettings().stream().allMatch(setting -> setting.error().isEmpty())) {
      preferences.change(
          owner.account().id(),
          new PreferenceChange(
              language.orElse(null),
              theme.orElse(null),
              power.orElse(null),
              temperature.orElse(null),
              week.orElse(null)));
      keepInBrowser(language.orElse(reader.language()), theme.orElse(reader.keptTheme()));
      NextPage.go("/account?done=" + DONE + "#" + DONE);
    }
  }

  private <C extends Enum<C> & Choice> Optional<C> chosen(String name, Class<C> kind) {
    return Choice.named(kind, request.getParameter(FIELD + name));
  }

  private static void keepInBrowser(Language language, Theme theme) {
    Object response = FacesContext.getCurrentInstance().getExternalContext().getResponse();
    KeptByBrowser.keep((HttpServletResponse) response, language, theme);
  }

  /** The lines of the form, with what was sent, or else with what counts now. */
  public List<Setting> getSettings() {
    Preferences now = reader.get();
    return List.of(
        setting("language", Language.values(), now.language()),
        setting("theme", Theme.values(), reader.keptTheme()),
        setting("power", PowerUnit.values(), now.power()),
        setting("temperature", TemperatureUnit.values(), now.temperature()),
        setting("week", WeekStart.values(), now.weekStart()));
  }

  private Setting setting(String name, Choice[] choices, Choice now) {
    String sent = Typed.of(request, FIELD + name, now.wireName());
    List<Option> options =
        Arrays.stream(choices)
            .map(choice -> option(name, choice.wireName(), choice.wireName().equals(sent)))
            .toList();
    boolean isChoice = options.stream().anyMatch(Option::chosen);
    return new Setting(
        name,
        words.text("appearance." + name),
        options,
        isChoice ? "" : words.text("appearance.notOne"));
  }

  private Option option(String name, String value, boolean isChosen) {
    String usualDay =
        WeekStart.BY_LOCALE
            .day(words.getLocale())
            .getDisplayName(TextStyle.FULL_STANDALONE, words.getLocale());
    return new Option(value, words.text("appearance." + name + "." + value, usualDay), isChosen);
  }

  /** That it was saved, in words; empty for nothing. */
  public String getDone() {
    return DONE.equals(request.getParameter("done")) ? words.text("account.saved") : "";
  }
}
