package energy.liveone.api.auth;

import energy.liveone.access.OpenToAll;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.error.ErrorCode;
import energy.liveone.api.json.JsonBody;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.signin.SignInOutcome;
import energy.liveone.signin.SignInOutcome.NeedsCode;
import energy.liveone.signin.SignInOutcome.SignedIn;
import energy.liveone.signin.SignInService;
import energy.liveone.token.TokenService;
import energy.liveone.token.TokenService.IssuedToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;

/** Tokens for scripts. */
@Path("/auth/token")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
  @Inject private SignInService signIns;
  @Inject private TokenService tokens;
  @Inject private CurrentOrigin origin;

  /** The shape of the answer; {@code expiresAt} is ISO-8601 with offset. */
  public record TokenAnswer(String token, String expiresAt) {}

  /** A token for an e-mail address and its password, and a code where the account asks for it. */
  @POST
  @OpenToAll("E-mail address, password and code are checked")
  public Response issue(JsonBody body) {
    String email = body.requiredText("email");
    String password = body.requiredText("password");
    String code = body.text("code").orElse("");
    String address = origin.network();
    SignInOutcome outcome = signIns.signIn(email, password, address);
    if (outcome instanceof NeedsCode known && !code.isBlank()) {
      outcome = signIns.secondStep(known.account(), code, address);
    }
    IssuedToken issued =
        outcome.fold(
            this::issue,
            needsCode -> {
              throw ApiProblem.of(
                  ErrorCode.SECOND_FACTOR_REQUIRED, "Send the code of the second factor as well");
            },
            rejected -> {
              throw ApiProblem.of(
                  ErrorCode.INVALID_CREDENTIALS, "E-mail address, password or code is wrong");
            },
            throttled -> {
              throw ApiProblem.tooOften("Too many attempts", throttled.retryAfter());
            });
    CacheControl nowhere = new CacheControl();
    nowhere.setNoStore(true);
    String expiresAt = issued.expiresAt().atOffset(ZoneOffset.UTC).toString();
    return Response.ok(new TokenAnswer(issued.token(), expiresAt)).cacheControl(nowhere).build();
  }

  private IssuedToken issue(SignedIn signedIn) {
    return tokens.issue(signedIn.account(), "API sign-in", TokenService.DEFAULT_LIFETIME);
  }
}
