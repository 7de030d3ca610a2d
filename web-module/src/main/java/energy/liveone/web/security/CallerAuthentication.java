package energy.liveone.web.security;

import energy.liveone.access.Caller;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.sharing.ShareLinks;
import energy.liveone.signin.SignInOutcome;
import energy.liveone.signin.SignInOutcome.Rejected;
import energy.liveone.signin.SignInService;
import energy.liveone.token.TokenBearer;
import energy.liveone.token.TokenService;
import energy.liveone.web.gate.AnswerHeaders;
import energy.liveone.web.gate.Origins;
import energy.liveone.web.gate.Places;
import energy.liveone.web.gate.RateLimits;
import energy.liveone.web.gate.Redirects;
import energy.liveone.web.gate.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who sends a request, by bearer token, cron secret (for {@code /api/cron/} only) or
 * session cookie, in this order; a session may hold a sign-in, a share link or both. Pages that are
 * not open send strangers to the sign-in page; the API leaves the answer to its resources.
 */
@ApplicationScoped
public class CallerAuthentication implements HttpAuthenticationMechanism {
  private static final String CALLER = "energy.liveone.caller";
  private static final String OUTCOME = "energy.liveone.sign-in-outcome";
  private static final String API_PATH = "/api/";
  private static final Refusal TOO_MANY =
      new Refusal(429, "RATE_LIMITED", "Too many requests; try again in a moment");
  private static final String CRON_PATH = "/api/cron/";

  private final SignInService signIns;
  private final AccountService accounts;
  private final TokenService tokens;
  private final CronSecret cronSecret;
  private final Origins origins;
  private final ShareLinks links;
  private final RateLimits rates;
  private final Clock clock;

  @Inject
  public CallerAuthentication(
      SignInService signIns,
      AccountService accounts,
      TokenService tokens,
      CronSecret cronSecret,
      Origins origins,
      ShareLinks links,
      RateLimits rates,
      Clock clock) {
    this.signIns = signIns;
    this.clock = clock;
    this.origins = origins;
    this.rates = rates;
    this.accounts = accounts;
    this.tokens = tokens;
    this.cronSecret = cronSecret;
    this.links = links;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected CallerAuthentication() {
    this(null, null, null, null, null, null, null, null);
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (context.getAuthParameters().getCredential()
        instanceof UsernamePasswordCredential credential) {
      return take(
          signIns.signIn(
              credential.getCaller(),
              credential.getPasswordAsString(),
              origins.of(request).network()),
          request,
          context);
    }
    if (context.getAuthParameters().getCredential() instanceof CodeCredential credential) {
      return take(secondStep(request, credential), request, context);
    }
    if (context.getAuthParameters().getCredential() instanceof ProvenCredential credential) {
      return take(
          signIns.signInElsewhere(credential.account(), origins.of(request).network()),
          request,
          context);
    }
    String path = Places.pathOf(request);
    if (Places.isPartOfPages(path)) {
      return context.doNothing();
    }
    // Before anybody is looked up in the database.
    Optional<Duration> wait =
        rates.ofAddress(origins.of(request).network(), path, request.getMethod());
    if (wait.isPresent()) {
      return tooMany(wait.get(), request, response);
    }
    Caller caller;
    try {
      caller = callerOf(request, path);
    } catch (RuntimeException fault) {
      AnswerHeaders.apply(response, origins.of(request).isSecure());
      Undecided.answer(request, response, fault);
      return AuthenticationStatus.SEND_CONTINUE;
    }
    Optional<Duration> callersWait = nameOf(caller).flatMap(rates::ofCaller);
    if (callersWait.isPresent()) {
      return tooMany(callersWait.get(), request, response);
    }
    request.setAttribute(CALLER, caller);
    if (caller.isSignedIn()) {
      return tell(context, caller);
    }
    if (OpenPaths.contains(path) || (caller.isGuest() && OpenPaths.isForGuests(path))) {
      return context.doNothing();
    }
    sendToSignIn(request, response);
    return AuthenticationStatus.SEND_CONTINUE;
  }

  /** Whose requests are counted together: an account with all its tokens, or a share link. */
  private static Optional<String> nameOf(Caller caller) {
    return caller
        .account()
        .map(account -> "account " + account.id())
        .or(() -> caller.linked().map(subject -> "link " + subject));
  }

  private AuthenticationStatus tooMany(
      Duration wait, HttpServletRequest request, HttpServletResponse response) {
    AnswerHeaders.apply(response, origins.of(request).isSecure());
    response.setHeader("Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    try {
      TOO_MANY.send(request, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }

  /** The caller of a request that went through here. */
  static Caller callerOf(HttpServletRequest request) {
    return request.getAttribute(CALLER) instanceof Caller caller ? caller : Caller.ANONYMOUS;
  }

  /** What came of signing in during this request. */
  static Optional<SignInOutcome> outcomeOf(HttpServletRequest request) {
    return Optional.ofNullable((SignInOutcome) request.getAttribute(OUTCOME));
  }

  /** Without a right password moments ago no code is looked at. */
  private SignInOutcome secondStep(HttpServletRequest request, CodeCredential credential) {
    return PendingSignIn.of(request, clock.instant())
        .flatMap(pending -> accounts.find(pending.account()).filter(pending::isStillGoodFor))
        .map(
            account ->
                signIns.secondStep(account, credential.code(), origins.of(request).network()))
        .orElseGet(Rejected::new);
  }

  private AuthenticationStatus take(
      SignInOutcome outcome, HttpServletRequest request, HttpMessageContext context) {
    request.setAttribute(OUTCOME, outcome);
    return outcome.fold(
        signedIn -> {
          PendingSignIn.end(request);
          SignedInSession.begin(request, signedIn.account());
          Caller caller = Caller.of(signedIn.account());
          request.setAttribute(CALLER, caller);
          return tell(context, caller);
        },
        needsCode -> {
          PendingSignIn.begin(request, needsCode.account(), clock.instant());
          return AuthenticationStatus.SEND_FAILURE;
        },
        rejected -> AuthenticationStatus.SEND_FAILURE,
        throttled -> AuthenticationStatus.SEND_FAILURE);
  }

  private static AuthenticationStatus tell(HttpMessageContext context, Caller caller) {
    AccountProfile account = caller.account().orElseThrow();
    return context.notifyContainerAboutLogin(account.email().value(), Set.of(caller.role().name()));
  }

  private Caller callerOf(HttpServletRequest request, String path) {
    Optional<String> token = BearerToken.of(request);
    if (token.isPresent()) {
      // A wrong token is nobody, even when a good cookie comes with it.
      return callerOf(token.get(), path, request);
    }
    Caller person =
        SignedInSession.of(request)
            .flatMap(session -> accounts.find(session.account()).filter(session::isStillGoodFor))
            .map(Caller::of)
            .orElse(Caller.ANONYMOUS);
    return SharedLinkSession.of(request)
        .flatMap(links::find)
        .map(link -> person.withLink(link.subject()))
        .orElse(person);
  }

  /** Tokens are for the API; pages know people only. */
  private Caller callerOf(String token, String path, HttpServletRequest request) {
    if (path.startsWith(CRON_PATH) && cronSecret.fits(token)) {
      return Caller.CRON;
    }
    if (!path.startsWith(API_PATH)) {
      return Caller.ANONYMOUS;
    }
    Optional<TokenBearer> bearer = tokens.bearerOf(token, origins.of(request).address());
    bearer.ifPresent(found -> Actors.actsByToken(request, found.name()));
    return bearer.map(Caller::of).orElse(Caller.ANONYMOUS);
  }

  private void sendToSignIn(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    boolean isRead = request.getMethod().equals("GET");
    String from = Places.pathOf(request) + (isRead && query != null ? "?" + query : "");
    String target = LocalTarget.signInPage(request.getContextPath(), from);
    // No filter sees this answer.
    AnswerHeaders.apply(response, origins.of(request).isSecure());
    try {
      if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
        // A redirect would be followed by the script, not by the browser.
        response.setContentType("text/xml;charset=UTF-8");
        response
            .getWriter()
            .write(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + target
                    + "\"/></partial-response>");
      } else {
        Redirects.send(response, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
