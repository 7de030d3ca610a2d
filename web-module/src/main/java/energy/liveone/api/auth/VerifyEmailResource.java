package energy.liveone.api.auth;

import energy.liveone.access.OpenToAll;
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

/** Follows the link that proves an address. */
@Path("/auth/verify-email")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VerifyEmailResource {
  @Inject private FollowLinks follow;
  @Context private HttpServletRequest http;

  /** The address is the account's, and verified. */
  @POST
  @OpenToAll("The token of the mail is checked")
  public Response verify(JsonBody body) {
    return LinkAnswers.followed(follow.verifyEmail(LinkAnswers.token(body), http.getLocale()));
  }
}
