package energy.liveone.api.auth;

import energy.liveone.access.OpenToAll;
import energy.liveone.account.EmailAddress;
import energy.liveone.api.account.NewPassword;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.mailedlink.FollowLinks;
import energy.liveone.mailedlink.RequestLinks;
import energy.liveone.mailedlink.SignUpSettings;
import energy.liveone.origin.CurrentOrigin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Making an account: a mail proves the address, and who reads it chooses name and password. */
@Path("/auth/sign-up")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SignUpResource {
  private static final int MAX_NAME = 100;

  @Inject private RequestLinks request;
  @Inject private FollowLinks follow;
  @Inject private SignUpSettings settings;
  @Inject private CurrentOrigin origin;
  @Context private HttpServletRequest http;

  /** Asks for the mail. */
  @POST
  @OpenToAll("Nobody has an account yet; closed by configuration")
  public Response ask(JsonBody body) {
    requireOpen();
    EmailAddress email = LinkAnswers.email(body);
    return LinkAnswers.asked(request.signUp(email, http.getLocale(), origin.network()));
  }

  /** Makes the account. */
  @POST
  @Path("/complete")
  @OpenToAll("The token of the mail is checked")
  public Response complete(JsonBody body) {
    requireOpen();
    String name = body.requiredText("displayName").strip();
    if (name.length() > MAX_NAME) {
      throw ApiProblem.invalid("displayName", "A display name has at most 100 characters");
    }
    String password = NewPassword.of(body, "password");
    return LinkAnswers.followed(follow.signUp(LinkAnswers.token(body), name, password));
  }

  private void requireOpen() {
    if (!settings.isOpen()) {
      throw ApiProblem.notFound("Sign-up is closed here");
    }
  }
}
