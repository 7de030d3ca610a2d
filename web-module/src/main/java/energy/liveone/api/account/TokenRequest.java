package energy.liveone.api.account;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.system.SystemId;
import energy.liveone.token.NewToken;
import energy.liveone.token.TokenScope;
import energy.liveone.token.TokenService;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a request says of the token that it wants. */
final class TokenRequest {
  private static final Set<String> SCOPES = Set.of("read", "write", "admin");

  private TokenRequest() {}

  static NewToken of(JsonBody body, boolean byAdmin, Duration longest) {
    String name = body.requiredText("name").strip();
    if (name.length() > NewToken.MAX_NAME) {
      throw ApiProblem.invalid("name", "A name has at most 100 characters");
    }
    TokenScope scope = scope(body, byAdmin);
    Optional<Set<SystemId>> systems = body.texts("systemIds").map(TokenRequest::systems);
    if (systems.isPresent() && scope == TokenScope.ADMIN) {
      throw ApiProblem.invalid("systemIds", "Administration is for all systems");
    }
    return new NewToken(name, scope, systems.orElse(null), lifetime(body, longest));
  }

  private static TokenScope scope(JsonBody body, boolean byAdmin) {
    TokenScope scope =
        TokenScope.valueOf(
            body.word("scope", SCOPES)
                .orElseThrow(() -> ApiProblem.missing("scope"))
                .toUpperCase(Locale.ROOT));
    if (scope == TokenScope.ADMIN && !byAdmin) {
      throw ApiProblem.invalid("scope", "Only administrators have tokens for administration");
    }
    return scope;
  }

  private static Set<SystemId> systems(List<String> texts) {
    if (texts.isEmpty() || texts.size() > NewToken.MAX_SYSTEMS) {
      throw ApiProblem.invalid("systemIds", "Choose 1 to 100 systems, or leave it out for all");
    }
    return texts.stream()
        .map(
            text ->
                SystemId.parse(text)
                    .orElseThrow(() -> ApiProblem.invalid("systemIds", "Not an id: " + text)))
        .collect(Collectors.toSet());
  }

  private static Duration lifetime(JsonBody body, Duration longest) {
    int days = body.integer("expiresInDays").orElse((int) TokenService.DEFAULT_LIFETIME.toDays());
    if (days < 1 || days > longest.toDays()) {
      throw ApiProblem.invalid(
          "expiresInDays", "A token works for 1 to %d days".formatted(longest.toDays()));
    }
    return Duration.ofDays(days);
  }
}
