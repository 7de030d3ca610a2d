package energy.liveone.api.auth;

import energy.liveone.access.OpenToAll;
import energy.liveone.api.account.NewPassword;
import energy.liveone.api.json.JsonBody;
import energy.liveone.mailedlink.FollowLinks;
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

/** Follows the link to choose a new password. */
@Path("/auth/reset-password")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ResetPasswordResource {
  @Inject private FollowLinks follow;
  @Context private HttpServletRequest http;

  /** Replaces the password; every session and sign-in token of the account is over. */
  @POST
  @OpenToAll("The token of the mail is checked")
  public Response reset(JsonBody body) {
    String password = NewPassword.of(body, "password");
    return LinkAnswers.followed(
        follow.resetPassword(LinkAnswers.token(body), password, http.getLocale()));
  }
}
