package energy.liveone.api.account;

import energy.liveone.access.RequireAuth;
import energy.liveone.access.RequireWholeAccount;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.mailedlink.RequestLinks;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.ownaccount.OwnAccountService;
import energy.liveone.secondfactor.SecondFactorService;
import energy.liveone.secondfactor.SecondFactorService.Standing;
import energy.liveone.web.security.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** The caller's own account. */
@Path("/account")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
  private static final int MAX_NAME = 100;

  @Inject private OwnProof own;
  @Inject private AccountService accounts;
  @Inject private OwnAccountService service;
  @Inject private SecondFactorService secondFactors;
  @Inject private RequestLinks links;
  @Inject private SignIn signIn;
  @Inject private CurrentOrigin origin;
  @Context private HttpServletRequest request;

  /** The shape of {@code GET} and {@code POST /api/account}. */
  public record AccountAnswer(boolean success, AccountLine account) {}

  /** The shape of acts that have nothing to tell. */
  public record Done(boolean success) {}

  /**
   * An account as its owner sees it.
   *
   * @param secondFactor whether signing in asks for codes
   * @param createdAt ISO-8601
   */
  public record AccountLine(
      int id,
      String email,
      boolean emailVerified,
      String displayName,
      String role,
      boolean secondFactor,
      int recoveryCodesLeft,
      String createdAt) {
    static AccountLine of(AccountProfile account, Standing standing) {
      return new AccountLine(
          account.id().value(),
          account.email().value(),
          account.emailVerified(),
          account.displayName(),
          account.role().name(),
          standing.active(),
          standing.recoveryCodesLeft(),
          account.createdAt().toString());
    }
  }

  /** Who the caller is. */
  @GET
  @RequireAuth
  public AccountAnswer show() {
    return answer(own.account());
  }

  private AccountAnswer answer(AccountProfile account) {
    return new AccountAnswer(true, AccountLine.of(account, secondFactors.standing(account.id())));
  }

  /** Changes the name. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireWholeAccount
  public AccountAnswer rename(JsonBody body) {
    String name = body.requiredText("displayName").strip();
    if (name.length() > MAX_NAME) {
      throw ApiProblem.invalid("displayName", "A display name has at most 100 characters");
    }
    return answer(accounts.rename(own.account().id(), name).orElseThrow());
  }

  /** Replaces the password; what sent the request stays signed in, and nothing else. */
  @POST
  @Path("/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireWholeAccount
  public Done changePassword(JsonBody body) {
    String chosen = NewPassword.of(body, "newPassword");
    AccountProfile account = own.byPassword(body, "oldPassword");
    service
        .changePassword(account, chosen, request.getLocale())
        .ifPresent(changed -> signIn.goOn(request, changed));
    return new Done(true);
  }

  /** Mails a link to an address, which is the account's once the link was followed. */
  @POST
  @Path("/email")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireWholeAccount
  public Response verifyEmail(JsonBody body) {
    String email = body.requiredText("email");
    if (!EmailAddress.isValid(email)) {
      throw ApiProblem.invalid("email", "Not an e-mail address");
    }
    AccountProfile account = own.byPassword(body, "password");
    Duration wait =
        links.verifyEmail(account, new EmailAddress(email), request.getLocale(), origin.network());
    if (!wait.isZero()) {
      throw ApiProblem.tooOften("Too many mails were asked for", wait);
    }
    return Response.accepted(new Done(true)).build();
  }

  /** Ends every session and sign-in token of the account, the caller's too. */
  @POST
  @Path("/sign-out-everywhere")
  @RequireWholeAccount
  public Done signOutEverywhere() {
    accounts.endSessions(own.account().id());
    return new Done(true);
  }
}
