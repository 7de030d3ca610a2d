package energy.liveone.web.account;

import energy.liveone.ownaccount.OwnTokens;
import energy.liveone.system.SystemId;
import energy.liveone.token.NewToken;
import energy.liveone.token.StoredToken;
import energy.liveone.token.TokenScope;
import energy.liveone.token.TokenService.IssuedToken;
import energy.liveone.token.TokenSettings;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The card with API tokens. A new one is shown in the answer that makes it and never again. */
@Named("tokens")
@RequestScoped
public class TokensView {
  private static final int USUAL_DAYS = 30;
  private static final List<Integer> DAYS = List.of(7, 30, 90, 365);

  private final OwnerCheck owner;
  private final OwnTokens tokens;
  private final TokenSettings settings;
  private final Words words;
  private final Clock clock;
  private final HttpServletRequest request;
  private String name = "";
  private String scope = TokenScope.READ.name();
  private int days = USUAL_DAYS;
  private List<String> chosen = new ArrayList<>();
  private String password = "";
  private String code = "";
  private String issued = "";
  private String done = "";
  private String error = "";

  /** One line of the table, in words. */
  public record Row(int id, String name, String scope, String until, String lastUse) {}

  @Inject
  public TokensView(
      OwnerCheck owner,
      OwnTokens tokens,
      TokenSettings settings,
      Words words,
      Clock clock,
      HttpServletRequest request) {
    this.owner = owner;
    this.tokens = tokens;
    this.settings = settings;
    this.words = words;
    this.clock = clock;
    this.request = request;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected TokensView() {
    this(null, null, null, null, null, null);
  }

  /** Makes a token and shows it. */
  public void create() {
    if (name.isBlank() || name.length() > NewToken.MAX_NAME) {
      error = words.text("link.noName");
      return;
    }
    error =
        !chosen.isEmpty() && scope.equals(TokenScope.ADMIN.name())
            ? words.text("tokens.adminForAll")
            : owner.byPasswordAndCode(password, code);
    if (!error.isEmpty()) {
      return;
    }
    Set<SystemId> systems =
        chosen.stream().map(id -> SystemId.parse(id).orElseThrow()).collect(Collectors.toSet());
    Optional<IssuedToken> made =
        tokens.create(
            new NewToken(
                name,
                TokenScope.valueOf(scope),
                systems.isEmpty() ? null : systems,
                Duration.ofDays(days)));
    issued = made.map(IssuedToken::token).orElse("");
    error = made.isPresent() ? "" : words.text("tokens.tooMany");
    code = "";
    if (made.isPresent()) {
      name = "";
      chosen = new ArrayList<>();
    }
  }

  /** Ends the token that the form names. */
  public void revoke() {
    String id = request.getParameter("token-id");
    if (id != null && id.matches("[0-9]{1,9}") && tokens.revoke(Integer.parseInt(id))) {
      done = words.text("tokens.ended");
    }
  }

  /** All tokens, newest first. */
  public List<Row> getRows() {
    SiteClock times = new SiteClock(ZoneOffset.UTC, clock.instant(), words.texts());
    return tokens.list().stream().map(token -> row(token, times)).toList();
  }

  private Row row(StoredToken token, SiteClock times) {
    String scopeName = words.text("tokens.scope." + token.scope().name().toLowerCase(Locale.ROOT));
    String used = token.lastUsed().map(times::age).orElseGet(() -> words.text("sharing.never"));
    boolean isOver = !times.now().isBefore(token.expiresAt());
    return new Row(
        token.id(),
        token.name(),
        token
            .systems()
            .map(systems -> words.text("tokens.ofSystems", scopeName, systems.size()))
            .orElse(scopeName),
        isOver ? words.text("sharing.over") : times.day(token.expiresAt()),
        token.lastUsedFrom().map(from -> used + ", " + from).orElse(used));
  }

  /** For how many days a token may work. */
  public List<Integer> getChoices() {
    return DAYS.stream().filter(one -> one <= settings.longest().toDays()).toList();
  }

  /** What the reader's tokens may be for. */
  public List<TokenScope> getScopes() {
    return owner.account().isAdmin()
        ? List.of(TokenScope.values())
        : List.of(TokenScope.READ, TokenScope.WRITE);
  }

  /** What a scope is called. */
  public String nameOf(TokenScope one) {
    return words.text("tokens.scope." + one.name().toLowerCase(Locale.ROOT));
  }

  /** The token that was just made; empty otherwise. */
  public String getIssued() {
    return issued;
  }

  public String getDone() {
    return done;
  }

  public String getError() {
    return error;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name.strip();
  }

  public String getScope() {
    return scope;
  }

  public void setScope(@Nullable String scope) {
    this.scope = scope == null ? TokenScope.READ.name() : scope;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }

  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable List<String> chosen) {
    this.chosen = chosen == null ? new ArrayList<>() : chosen;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password == null ? "" : password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = code == null ? "" : code;
  }
}
