package energy.liveone.web.provider;

import energy.liveone.access.AccessService;
import energy.liveone.account.AccountProfile;
import energy.liveone.identity.Admission;
import energy.liveone.identity.AdmitPeople;
import energy.liveone.identity.ProvenPerson;
import energy.liveone.oidc.OidcAnswer;
import energy.liveone.oidc.OidcOutcome;
import energy.liveone.oidc.OidcOutcome.Proven;
import energy.liveone.oidc.OidcOutcome.Unproven;
import energy.liveone.oidc.OidcProvider;
import energy.liveone.oidc.OidcSettings;
import energy.liveone.oidc.OidcSignIn;
import energy.liveone.signin.SignInOutcome;
import energy.liveone.signin.SignInOutcome.SignedIn;
import energy.liveone.web.provider.WaitingSignIns.Waiting;
import energy.liveone.web.security.SignIn;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes browsers back from the provider named in the path. */
@WebServlet("/sign-in/callback/*")
public class CallbackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient OidcSettings settings;
  private final transient OidcSignIn oidc;
  private final transient AdmitPeople people;
  private final transient SignIn signIn;
  private final transient AccessService access;

  @Inject
  public CallbackServlet(
      OidcSettings settings,
      OidcSignIn oidc,
      AdmitPeople people,
      SignIn signIn,
      AccessService access) {
    this.settings = settings;
    this.oidc = oidc;
    this.people = people;
    this.signIn = signIn;
    this.access = access;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<OidcProvider> provider = settings.find(ProviderPages.nameIn(request));
    if (provider.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<Waiting> waiting = WaitingSignIns.take(request, parameter(request, "state"));
    if (waiting.isEmpty()) {
      ProviderPages.tell(request, response, false, ProviderProblem.REFUSED, provider.get());
      return;
    }
    Answered answered = new Answered(request, response, provider.get(), waiting.get());
    OidcAnswer answer =
        new OidcAnswer(
            parameter(request, "code"), parameter(request, "error"), parameter(request, "iss"));
    OidcOutcome outcome = oidc.finish(provider.get(), waiting.get().attempt(), answer);
    if (outcome instanceof Proven proven) {
      take(answered, proven.person());
    } else {
      answered.tell(ProviderProblem.of(((Unproven) outcome).problem()));
    }
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** An answer that belongs to an attempt of this browser. */
  private record Answered(
      HttpServletRequest request,
      HttpServletResponse response,
      OidcProvider provider,
      Waiting waiting) {
    void tell(ProviderProblem problem) throws IOException {
      ProviderPages.tell(request, response, waiting.connectTo().isPresent(), problem, provider);
    }

    void go(String path) throws IOException {
      ProviderPages.go(request, response, path);
    }
  }

  private void take(Answered answered, ProvenPerson person) throws IOException {
    if (answered.waiting().connectTo().isPresent()) {
      connect(answered, person);
      return;
    }
    Admission admission =
        people.admit(person, answered.provider().policy(), answered.request().getLocale());
    if (admission instanceof Admission.Admitted admitted) {
      go(answered, signIn.asProven(answered.request(), answered.response(), admitted.account()));
    } else {
      answered.tell(ProviderProblem.of(((Admission.TurnedAway) admission).reason()));
    }
  }

  private static void go(Answered answered, SignInOutcome outcome) throws IOException {
    String from = answered.waiting().from();
    if (outcome instanceof SignedIn) {
      answered.go(from.isEmpty() ? "/dashboard" : from);
    } else {
      // The sign-in page asks for the code.
      answered.go("/sign-in?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
    }
  }

  /** Only for the account that asked, if its owner is still signed in. */
  private void connect(Answered answered, ProvenPerson person) throws IOException {
    Optional<AccountProfile> account =
        access
            .caller()
            .account()
            .filter(known -> answered.waiting().connectTo().filter(known.id()::equals).isPresent());
    if (account.isEmpty()) {
      answered.tell(ProviderProblem.REFUSED);
      return;
    }
    Admission admission =
        people.link(
            account.get(), person, answered.provider().policy(), answered.request().getLocale());
    if (admission instanceof Admission.TurnedAway turned) {
      answered.tell(ProviderProblem.of(turned.reason()));
    } else {
      answered.go("/account?connected=" + answered.provider().name());
    }
  }
}
