package energy.liveone.api.auth;

import energy.liveone.access.OpenToAll;
import energy.liveone.account.EmailAddress;
import energy.liveone.api.json.JsonBody;
import energy.liveone.mailedlink.RequestLinks;
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

/** Asks for a mail with a link to choose a new password. */
@Path("/auth/forgot-password")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ForgotPasswordResource {
  @Inject private RequestLinks request;
  @Inject private CurrentOrigin origin;
  @Context private HttpServletRequest http;

  /** Answers the same whether or not the address has an account. */
  @POST
  @OpenToAll("Who forgot the password cannot sign in; only the mail gives access")
  public Response ask(JsonBody body) {
    EmailAddress email = LinkAnswers.email(body);
    return LinkAnswers.asked(request.resetPassword(email, http.getLocale(), origin.network()));
  }
}
