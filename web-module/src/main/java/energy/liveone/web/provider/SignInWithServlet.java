package energy.liveone.web.provider;

import energy.liveone.access.AccessService;
import energy.liveone.account.AccountProfile;
import energy.liveone.oidc.OidcProvider;
import energy.liveone.oidc.OidcSettings;
import energy.liveone.oidc.OidcSignIn;
import energy.liveone.oidc.OidcSignIn.Begun;
import energy.liveone.web.provider.WaitingSignIns.Waiting;
import energy.liveone.web.security.LocalTarget;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Sends a browser to the provider named in the path. A link and not a form, because our pages'
 * security policy lets forms lead nowhere else. {@code ?connect=} is for who wants to connect the
 * provider with the account that is signed in, and has just proven to own it.
 */
@WebServlet("/sign-in/with/*")
public class SignInWithServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String HOME = "/dashboard";

  private final transient OidcSettings settings;
  private final transient OidcSignIn signIn;
  private final transient AccessService access;
  private final transient Clock clock;

  @Inject
  public SignInWithServlet(
      OidcSettings settings, OidcSignIn signIn, AccessService access, Clock clock) {
    this.settings = settings;
    this.signIn = signIn;
    this.access = access;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<OidcProvider> provider = settings.find(ProviderPages.nameIn(request));
    if (provider.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean connects = request.getParameter("connect") != null;
    Optional<AccountProfile> account = access.caller().account();
    if (connects
        ? account.isEmpty() || !isWished(request, account.get(), provider.get())
        : account.isPresent()) {
      // Nothing to do: signed in already, or nobody asked for it on the page of the account.
      String home = connects ? "/account" : HOME;
      ProviderPages.go(
          request, response, LocalTarget.of(request.getParameter("from")).orElse(home));
      return;
    }
    begin(request, response, provider.get(), connects ? account : Optional.empty());
  }

  private boolean isWished(
      HttpServletRequest request, AccountProfile account, OidcProvider provider) {
    return ConnectWish.take(request, account.id(), provider.name(), clock.instant());
  }

  private void begin(
      HttpServletRequest request,
      HttpServletResponse response,
      OidcProvider provider,
      Optional<AccountProfile> connectTo)
      throws IOException {
    Optional<Begun> begun = signIn.begin(provider);
    if (begun.isEmpty()) {
      ProviderPages.tell(
          request, response, connectTo.isPresent(), ProviderProblem.UNREACHABLE, provider);
      return;
    }
    String from = LocalTarget.of(request.getParameter("from")).orElse("");
    WaitingSignIns.add(
        request,
        new Waiting(
            begun.get().attempt(),
            from,
            connectTo.map(account -> account.id().value()).orElse(null)));
    ProviderPages.goTo(response, begun.get().page());
  }
}
