package energy.liveone.api.account;

import energy.liveone.access.RequireAuth;
import energy.liveone.account.AccountProfile;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.privacy.DeleteAccount;
import energy.liveone.privacy.DeleteAccount.Deleted;
import energy.liveone.privacy.Erasures;
import energy.liveone.privacy.ExportAccount;
import energy.liveone.web.security.SignIn;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;

/** What callers may ask of their own data: a copy, and its end. */
@Path("/account")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OwnDataResource {
  private static final Duration BUSY_RETRY = Duration.ofMinutes(1);

  @Inject private OwnProof own;
  @Inject private ExportAccount export;
  @Inject private DeleteAccount deletion;
  @Inject private SignIn signIn;
  @EJB private Erasures erasures;
  @Context private HttpServletRequest request;

  /**
   * The shape of {@code DELETE /api/account}.
   *
   * @param systems how many went with the account
   */
  public record DeletedAnswer(boolean success, String message, int systems) {
    static DeletedAnswer of(Deleted deleted) {
      return new DeletedAnswer(
          true,
          "Deleted. Nothing shows the readings any more; their rows are removed within hours",
          deleted.systems());
    }
  }

  /** All data of the account, as a ZIP archive that is written while it is read. */
  @GET
  @Path("/export")
  @Produces({"application/zip", MediaType.APPLICATION_JSON})
  @RequireAuth
  public Response export() {
    AccountProfile account = own.account();
    if (!export.begin(account)) {
      throw ApiProblem.tooOften("Other exports are being written", BUSY_RETRY);
    }
    StreamingOutput archive = to -> export.write(account, to);
    return Response.ok(archive, "application/zip")
        .header("Content-Disposition", "attachment; filename=\"liveone-export.zip\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Deletes the account with everything in it. */
  @DELETE
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public DeletedAnswer delete(JsonBody body) throws ServletException {
    return deleteByPost(body);
  }

  /** The same, for clients and proxies that send no body along with a DELETE. */
  @POST
  @Path("/delete")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public DeletedAnswer deleteByPost(JsonBody body) throws ServletException {
    String typed = body.requiredText("email");
    if (!typed.strip().equalsIgnoreCase(own.account().email().value())) {
      throw ApiProblem.invalid("email", "Type the e-mail address of your account");
    }
    AccountProfile account = own.byPasswordAndCode(body);
    Deleted deleted =
        deletion
            .delete(account, true)
            .orElseThrow(
                () ->
                    ApiProblem.conflict(
                        "email", "You are the last administrator: name another one first"));
    erasures.keep();
    signIn.forget(request);
    return DeletedAnswer.of(deleted);
  }
}
