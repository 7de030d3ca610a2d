package energy.liveone.web.provider;

import energy.liveone.account.AccountService;
import energy.liveone.identity.LinkedIdentity;
import energy.liveone.identity.OwnIdentities;
import energy.liveone.oidc.OidcProvider;
import energy.liveone.oidc.OidcSettings;
import energy.liveone.web.account.OwnerCheck;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card with the identity providers that open the reader's account. */
@Named("connected")
@RequestScoped
public class ConnectedView {
  private final OwnerCheck owner;
  private final OwnIdentities identities;
  private final AccountService accounts;
  private final OidcSettings settings;
  private final Words words;
  private final HttpServletRequest request;
  private final Clock clock;
  private String password = "";
  private String done = "";
  private String error = "";
  private String next = "";
  private String nextText = "";

  @Inject
  public ConnectedView(
      OwnerCheck owner,
      OwnIdentities identities,
      AccountService accounts,
      OidcSettings settings,
      Words words,
      HttpServletRequest request,
      Clock clock) {
    this.owner = owner;
    this.identities = identities;
    this.accounts = accounts;
    this.settings = settings;
    this.words = words;
    this.request = request;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ConnectedView() {
    this(null, null, null, null, null, null, null);
  }

  /** A connected provider; {@code whom} is how the reader is known there. */
  public record Line(int id, String label, String whom) {}

  /** A provider that can be connected. */
  public record Choice(String name, String text) {}

  /** What is connected, oldest first. */
  public List<Line> getLines() {
    return identities.of(owner.account()).stream().map(this::line).toList();
  }

  private Line line(LinkedIdentity linked) {
    String issuer = linked.identity().issuer();
    return new Line(
        linked.id(),
        settings.labelOf(issuer).orElse(issuer),
        linked.email().orElse(linked.identity().subject()));
  }

  /** The providers that can be connected. */
  public List<Choice> getChoices() {
    return settings.providers().stream()
        .map(one -> new Choice(one.name(), words.text("provider.connect", one.label())))
        .toList();
  }

  /** Whether there is anything to show. */
  public boolean isShown() {
    return !settings.providers().isEmpty() || !identities.of(owner.account()).isEmpty();
  }

  /** Whether the account has a password, by which its owner proves to be that. */
  public boolean isPasswordSet() {
    return accounts.hasPassword(owner.account().id());
  }

  /** Has the owner prove to be that; the way to the provider is a link on the page then. */
  public void connect(String name) {
    Optional<OidcProvider> provider = settings.find(name);
    error = owner.byPassword(password);
    if (error.isEmpty() && provider.isPresent()) {
      ConnectWish.keep(request, owner.account(), name, clock.instant());
      next = "/sign-in/with/" + name + "?connect=1";
      nextText = words.text("provider.goOn", provider.get().label());
    }
  }

  /** Takes a provider away. */
  public void disconnect(int id) {
    error = isPasswordSet() ? owner.byPassword(password) : "";
    if (error.isEmpty()) {
      switch (identities.unlink(owner.account(), id, words.getLocale())) {
        case DONE, UNKNOWN -> done = words.text("provider.disconnected");
        case LAST_WAY_IN -> error = words.text("provider.lastWayIn");
      }
    }
  }

  /** What was done, also by the request that led here. */
  public String getDone() {
    if (!done.isEmpty()) {
      return done;
    }
    return settings
        .find(String.valueOf(request.getParameter("connected")))
        .map(provider -> words.text("provider.connected", provider.label()))
        .orElse("");
  }

  public String getError() {
    return error;
  }

  /** Where to go on; empty before the owner has proven to be that. */
  public String getNext() {
    return next;
  }

  public String getNextText() {
    return nextText;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password == null ? "" : password;
  }
}
