package energy.liveone.api.admin;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.api.json.Place;
import energy.liveone.setup.SystemChange;
import energy.liveone.system.Alias;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a body to the change of a system. */
final class SettingsRequest {
  private static final int MAX_NAME = 100;
  private static final String ACTIVE = "active";
  private static final String PAUSED = "paused";

  private SettingsRequest() {}

  static SystemChange parse(JsonBody body) {
    return new SystemChange(
        displayName(body),
        alias(body),
        body.zone("displayTimezone").orElse(null),
        Place.of(body).orElse(null),
        body.word("status", Set.of(ACTIVE, PAUSED)).map(ACTIVE::equals).orElse(null),
        body.flag("isDefault").orElse(null));
  }

  private static @Nullable String displayName(JsonBody body) {
    Optional<String> name = body.text("displayName");
    if (name.isPresent() && (name.get().isBlank() || name.get().strip().length() > MAX_NAME)) {
      throw ApiProblem.invalid("displayName", "A display name has 1 to 100 characters");
    }
    return name.orElse(null);
  }

  private static @Nullable String alias(JsonBody body) {
    Optional<String> alias = body.text("alias");
    if (alias.isPresent() && !alias.get().isEmpty() && !Alias.isValid(alias.get())) {
      throw ApiProblem.invalid(
          "alias", "An alias has 1 to 40 lower-case letters, digits and hyphens, not all digits");
    }
    return alias.orElse(null);
  }
}
