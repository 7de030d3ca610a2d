package energy.liveone.api.account;

import energy.liveone.access.AccessService;
import energy.liveone.account.AccountProfile;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.signin.SignInOutcome;
import energy.liveone.signin.SignInService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The caller's account, and the proof that its owner is who sends the request. */
@RequestScoped
class OwnProof {
  private static final String CODE = "code";

  @Inject private AccessService access;
  @Inject private SignInService signIns;
  @Inject private CurrentOrigin origin;

  /** The caller's account. */
  AccountProfile account() {
    return access.requireAuth().account().orElseThrow();
  }

  /** The account, once the password in a field was right. */
  AccountProfile byPassword(JsonBody body, String field) {
    AccountProfile account = account();
    String password = body.requiredText(field);
    require(signIns.provePassword(account, password, origin.network()), field);
    return account;
  }

  /** The account, once {@code password} was right, and {@code code} too where codes are asked. */
  AccountProfile byPasswordAndCode(JsonBody body) {
    AccountProfile account = account();
    String password = body.requiredText("password");
    String code = body.text(CODE).orElse("");
    require(
        signIns.prove(account, password, code, origin.network()),
        code.isBlank() ? "password" : "password, " + CODE);
    return account;
  }

  private static void require(SignInOutcome outcome, String field) {
    boolean isProven =
        outcome.fold(
            signedIn -> true,
            needsCode -> {
              throw ApiProblem.missing(CODE);
            },
            rejected -> false,
            throttled -> {
              throw ApiProblem.tooOften("Too many attempts", throttled.retryAfter());
            });
    if (!isProven) {
      throw ApiProblem.invalid(field, "Not right: " + field);
    }
  }
}
