package energy.liveone.api.account;

import energy.liveone.access.RequireWholeAccount;
import energy.liveone.account.AccountId;
import energy.liveone.api.json.JsonBody;
import energy.liveone.preference.Choice;
import energy.liveone.preference.Language;
import energy.liveone.preference.PowerUnit;
import energy.liveone.preference.PreferenceChange;
import energy.liveone.preference.PreferenceService;
import energy.liveone.preference.Preferences;
import energy.liveone.preference.TemperatureUnit;
import energy.liveone.preference.Theme;
import energy.liveone.preference.WeekStart;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** How pages look to the caller. The API itself answers everybody the same numbers. */
@Path("/account/preferences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PreferencesResource {
  @Inject private OwnProof own;
  @Inject private PreferenceService preferences;

  /** The shape of {@code GET} and {@code POST /api/account/preferences}. */
  public record PreferencesAnswer(boolean success, PreferenceLine preferences) {}

  /**
   * What an account's owner prefers.
   *
   * @param theme null for who never chose one
   */
  @JsonbNillable
  public record PreferenceLine(
      String language, @Nullable String theme, String power, String temperature, String weekStart) {
    static PreferenceLine of(Preferences preferences) {
      return new PreferenceLine(
          preferences.language().wireName(),
          preferences.theme().map(Choice::wireName).orElse(null),
          preferences.power().wireName(),
          preferences.temperature().wireName(),
          preferences.weekStart().wireName());
    }
  }

  /** What the caller prefers. */
  @GET
  @RequireWholeAccount
  public PreferencesAnswer show() {
    return answer(preferences.of(account()).orElse(Preferences.DEFAULT));
  }

  /** Changes what the body names. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireWholeAccount
  public PreferencesAnswer change(JsonBody body) {
    PreferenceChange change =
        new PreferenceChange(
            choice(body, "language", Language.class),
            choice(body, "theme", Theme.class),
            choice(body, "power", PowerUnit.class),
            choice(body, "temperature", TemperatureUnit.class),
            choice(body, "weekStart", WeekStart.class));
    return answer(preferences.change(account(), change));
  }

  private static <C extends Enum<C> & Choice> @Nullable C choice(
      JsonBody body, String field, Class<C> kind) {
    return body.word(field, Choice.names(kind))
        .flatMap(name -> Choice.named(kind, name))
        .orElse(null);
  }

  private AccountId account() {
    return own.account().id();
  }

  private static PreferencesAnswer answer(Preferences preferences) {
    return new PreferencesAnswer(true, PreferenceLine.of(preferences));
  }
}
