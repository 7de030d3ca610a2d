package energy.liveone.vendor.mondo;

import static java.util.concurrent.CompletableFuture.completedStage;

import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpFailures;
import energy.liveone.vendor.HttpOutcome;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.VendorHttp;
import energy.liveone.vendor.VendorSessions;
import energy.liveone.vendor.VendorSettings;
import energy.liveone.vendor.mondo.MondoLogin.LoggedIn;
import energy.liveone.vendor.mondo.MondoReply.Document;
import energy.liveone.vendor.mondo.MondoReply.Refused;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * HTTP of Mondo's API. A token is kept between calls; when the vendor no longer takes it, there is
 * one renewal and one repetition, never more.
 */
@Dependent
class MondoClient {
  private static final String USUAL_API = "https://api.mondopower.com.au";
  private static final String USUAL_IDENTITY = "https://identity.mondopower.com.au";
  private static final String IDENTITY_URL = "identity-url";
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final VendorHttp http;
  private final VendorSessions sessions;
  private final Clock clock;
  private final String api;
  private final MondoLogin login;

  @Inject
  MondoClient(VendorHttp http, VendorSessions sessions, VendorSettings settings, Clock clock) {
    this.http = http;
    this.sessions = sessions;
    this.clock = clock;
    this.api = settings.baseUrl(MondoAdapter.TYPE, USUAL_API).toString();
    // Whoever stands in for the API stands in for the identity service too, unless told otherwise.
    String identity = api.equals(USUAL_API) ? USUAL_IDENTITY : api;
    URI identityUrl = settings.url(MondoAdapter.TYPE, IDENTITY_URL, identity);
    this.login = new MondoLogin(http, sessions, new MondoPortal(identityUrl), clock);
  }

  /** One row for each circuit of a group. */
  CompletionStage<MondoReply> circuits(MondoAccess access, String group) {
    return get(access, "/subcircuit/" + group);
  }

  /** The live values of a group, charge included. */
  CompletionStage<MondoReply> widget(MondoAccess access, String group) {
    return get(access, "/liveusage/widget/" + group);
  }

  CompletionStage<MondoReply> organizations(MondoAccess access) {
    return get(access, "/monitoring/organizations");
  }

  /**
   * @param organization an id that is safe in a path
   */
  CompletionStage<MondoReply> groups(MondoAccess access, String organization) {
    return get(access, "/monitoring/organizations/" + organization + "/monitoringpointgroups");
  }

  /** Forgets the session of an access that was only tried. */
  void forget(MondoAccess access) {
    sessions.forget(access.sessionKey());
  }

  private CompletionStage<MondoReply> get(MondoAccess access, String path) {
    HttpCall call = HttpCall.get(URI.create(api + path)).with("Accept", "application/json");
    return session(access)
        .thenCompose(
            outcome ->
                outcome.fold(
                    in -> get(access, in.session(), call, true),
                    out -> completedStage(new Refused(out.failure()))));
  }

  private CompletionStage<MondoLogin.Outcome> session(MondoAccess access) {
    if (access.hasKey()) {
      return completedStage(new LoggedIn(MondoSession.ofKey(access)));
    }
    Optional<MondoSession> kept = login.kept(access, clock.instant());
    if (kept.isPresent()) {
      return completedStage(new LoggedIn(kept.get()));
    }
    MondoSession spent =
        sessions
            .find(access.sessionKey(), MondoSession.class)
            .filter(session -> session.isOf(access))
            .orElse(null);
    return login.logIn(access, spent);
  }

  private CompletionStage<MondoReply> get(
      MondoAccess access, MondoSession session, HttpCall call, boolean mayRepeat) {
    return http.send(call.with("Authorization", session.authorization()))
        .thenCompose(
            (HttpOutcome outcome) ->
                outcome.fold(
                    answer ->
                        answer.status() == UNAUTHORIZED && mayRepeat && !access.hasKey()
                            ? again(access, session, call)
                            : completedStage(judge(session, answer)),
                    none -> completedStage(new Refused(none.failure()))));
  }

  private CompletionStage<MondoReply> again(MondoAccess access, MondoSession spent, HttpCall call) {
    return login
        .logIn(access, spent)
        .thenCompose(
            outcome ->
                outcome.fold(
                    in -> get(access, in.session(), call, false),
                    out -> completedStage(new Refused(out.failure()))));
  }

  private MondoReply judge(MondoSession session, Answer answer) {
    return switch (answer.status()) {
      case OK -> new Document(answer, session.redaction());
      case UNAUTHORIZED ->
          refused(FailureCode.AUTH_FAILED, "Mondo does not accept the login", session, answer);
      case FORBIDDEN ->
          refused(
              FailureCode.FORBIDDEN,
              "The account has no right to this id, or it is not the id of a group",
              session,
              answer);
      default -> new Refused(HttpFailures.ofStatus(answer, session.redaction(), clock.instant()));
    };
  }

  private static Refused refused(
      FailureCode code, String detail, MondoSession session, Answer answer) {
    return new Refused(HttpFailures.of(code, detail, answer, session.redaction()));
  }
}
