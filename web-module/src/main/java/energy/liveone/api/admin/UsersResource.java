package energy.liveone.api.admin;

import energy.liveone.access.AccessService;
import energy.liveone.access.RequireAdmin;
import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.account.EmailTaken;
import energy.liveone.account.PasswordRule;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts. */
@Path("/admin/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
  private static final int MAX_NAME = 100;
  private static final String ADD = "add";
  private static final String PASSWORD = "password";
  private static final String DISABLE = "disable";
  private static final String ENABLE = "enable";

  @Inject private AccountService accounts;
  @Inject private AccessService access;
  @Inject private SignIn signIn;
  @Context private HttpServletRequest request;

  /** The shape of {@code GET /api/admin/users}. */
  public record UsersAnswer(boolean success, List<UserLine> data) {}

  /** The shape of {@code POST /api/admin/users}. */
  public record UserAnswer(boolean success, UserLine user) {}

  /** One account; {@code createdAt} is ISO-8601. */
  public record UserLine(
      int id, String email, String displayName, String role, boolean disabled, String createdAt) {
    static UserLine of(AccountProfile account) {
      return new UserLine(
          account.id().value(),
          account.email().value(),
          account.displayName(),
          account.role().name(),
          account.disabled(),
          account.createdAt().toString());
    }
  }

  /** All accounts, by e-mail address. */
  @GET
  @RequireAdmin
  public UsersAnswer list() {
    return new UsersAnswer(true, accounts.all().stream().map(UserLine::of).toList());
  }

  /** Adds an account, sets the password of one, or says whether its owner may sign in. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAdmin
  public Response act(JsonBody body) {
    return switch (body.word("action", Set.of(ADD, PASSWORD, DISABLE, ENABLE)).orElse(ADD)) {
      case PASSWORD -> changePassword(body);
      case DISABLE -> disable(body);
      case ENABLE -> answer(accounts.enable(user(body)));
      default -> add(body);
    };
  }

  private Response add(JsonBody body) {
    EmailAddress email = email(body);
    String name = body.text("displayName").filter(n -> !n.isBlank()).orElse(email.value());
    if (name.strip().length() > MAX_NAME) {
      throw ApiProblem.invalid("displayName", "A display name has at most 100 characters");
    }
    String role = body.word("role", Set.of("USER", "ADMIN")).orElse("USER");
    try {
      AccountProfile added = accounts.add(email, name, AccountRole.valueOf(role), password(body));
      return Response.status(Response.Status.CREATED)
          .entity(new UserAnswer(true, UserLine.of(added)))
          .build();
    } catch (EmailTaken e) {
      throw ApiProblem.conflict("email", String.valueOf(e.getMessage()));
    }
  }

  /** Never the caller's own, so that an administrator is left. */
  private Response disable(JsonBody body) {
    AccountId user = user(body);
    if (access.caller().is(user)) {
      throw ApiProblem.conflict("userId", "Nobody disables their own account");
    }
    return answer(accounts.disable(user));
  }

  private static AccountId user(JsonBody body) {
    return body.integer("userId")
        .filter(number -> number > 0)
        .map(AccountId::new)
        .orElseThrow(() -> ApiProblem.missing("userId"));
  }

  private static Response answer(Optional<AccountProfile> changed) {
    return changed
        .map(user -> Response.ok(new UserAnswer(true, UserLine.of(user))).build())
        .orElseThrow(() -> ApiProblem.notFound("There is no such user"));
  }

  private Response changePassword(JsonBody body) {
    AccountId id = user(body);
    AccountProfile changed =
        accounts
            .changePassword(id, password(body))
            .orElseThrow(() -> ApiProblem.notFound("There is no such user"));
    if (access.caller().is(changed.id())) {
      signIn.goOn(request, changed);
    }
    return Response.ok(new UserAnswer(true, UserLine.of(changed))).build();
  }

  private static EmailAddress email(JsonBody body) {
    String email = body.requiredText("email");
    if (!EmailAddress.isValid(email)) {
      throw ApiProblem.invalid("email", "Not an e-mail address");
    }
    return new EmailAddress(email);
  }

  private static String password(JsonBody body) {
    String password = body.requiredText("password");
    if (!PasswordRule.accepts(password)) {
      throw ApiProblem.invalid(
          "password",
          "A password has %d to %d characters"
              .formatted(PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH));
    }
    return password;
  }
}
