package energy.liveone.api.admin;

import energy.liveone.access.RequireAdmin;
import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.privacy.DeleteAccount;
import energy.liveone.privacy.DeleteAccount.Deleted;
import energy.liveone.privacy.Erasures;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Deletes accounts of others, with everything in them. */
@Path("/admin/users/{userId}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeleteUserResource {
  @Inject private AccountService accounts;
  @Inject private DeleteAccount deletion;
  @EJB private Erasures erasures;

  /**
   * The shape of the answer.
   *
   * @param systems how many went with the account
   */
  public record UserDeletedAnswer(boolean success, String message, int systems) {}

  /** Deletes an account; {@code email} is its address, typed once more. */
  @DELETE
  @RequireAdmin
  public UserDeletedAnswer delete(@PathParam("userId") String user, JsonBody body) {
    return deleteByPost(user, body);
  }

  /** The same, for clients and proxies that send no body along with a DELETE. */
  @POST
  @Path("/delete")
  @RequireAdmin
  public UserDeletedAnswer deleteByPost(@PathParam("userId") String user, JsonBody body) {
    AccountProfile account =
        id(user)
            .flatMap(accounts::find)
            .orElseThrow(() -> ApiProblem.notFound("There is no such user"));
    if (!body.requiredText("email").strip().equalsIgnoreCase(account.email().value())) {
      throw ApiProblem.invalid("email", "Type the e-mail address of the account");
    }
    Deleted deleted =
        deletion
            .delete(account, false)
            .orElseThrow(() -> ApiProblem.conflict("userId", "This is the last administrator"));
    erasures.keep();
    return new UserDeletedAnswer(true, "User deleted", deleted.systems());
  }

  private static Optional<AccountId> id(String text) {
    return text.matches("[1-9]\\d{0,8}")
        ? Optional.of(new AccountId(Integer.parseInt(text)))
        : Optional.empty();
  }
}
