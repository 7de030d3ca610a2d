package energy.liveone.api.account;

import energy.liveone.access.RequireWholeAccount;
import energy.liveone.api.account.AccountResource.Done;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.ownaccount.OwnTokens;
import energy.liveone.system.SystemId;
import energy.liveone.token.NewToken;
import energy.liveone.token.StoredToken;
import energy.liveone.token.TokenService.IssuedToken;
import energy.liveone.token.TokenSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The API tokens of the caller's account. */
@Path("/account/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
  @Inject private OwnProof own;
  @Inject private OwnTokens tokens;
  @Inject private TokenSettings settings;
  @Inject private Clock clock;

  /** The shape of {@code GET /api/account/tokens}. */
  public record TokensAnswer(boolean success, List<TokenLine> tokens) {}

  /** The shape of {@code POST /api/account/tokens}; the only answer that ever has the token. */
  public record NewTokenAnswer(boolean success, int id, String token, String expiresAt) {
    /** Never prints the token. */
    @Override
    public String toString() {
      return "NewTokenAnswer[id=" + id + "]";
    }
  }

  /**
   * A token as its owner sees it. Times are ISO-8601.
   *
   * @param signIn whether it came from {@code POST /api/auth/token}
   * @param systemIds the only systems that it works for; null for all
   */
  @JsonbNillable
  public record TokenLine(
      int id,
      String name,
      String scope,
      boolean signIn,
      @Nullable List<Integer> systemIds,
      String createdAt,
      String expiresAt,
      boolean expired,
      @Nullable String lastUsedAt,
      @Nullable String lastUsedFrom) {
    static TokenLine of(StoredToken token, Instant now) {
      return new TokenLine(
          token.id(),
          token.name(),
          token.scope().name().toLowerCase(Locale.ROOT),
          token.bySignIn(),
          token
              .systems()
              .map(chosen -> chosen.stream().map(SystemId::value).sorted().toList())
              .orElse(null),
          token.createdAt().toString(),
          token.expiresAt().toString(),
          !now.isBefore(token.expiresAt()),
          token.lastUsed().map(Instant::toString).orElse(null),
          token.lastUsedFrom().orElse(null));
    }
  }

  /** All tokens, newest first. */
  @GET
  @RequireWholeAccount
  public TokensAnswer list() {
    Instant now = clock.instant();
    return new TokensAnswer(
        true, tokens.list().stream().map(token -> TokenLine.of(token, now)).toList());
  }

  /** Makes a token, for whoever proves to be the owner. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireWholeAccount
  public Response create(JsonBody body) {
    NewToken wanted = TokenRequest.of(body, own.account().isAdmin(), settings.longest());
    own.byPasswordAndCode(body);
    IssuedToken issued =
        tokens
            .create(wanted)
            .orElseThrow(
                () -> ApiProblem.conflict("name", "Revoke one first: the account has too many"));
    CacheControl nowhere = new CacheControl();
    nowhere.setNoStore(true);
    return Response.status(Response.Status.CREATED)
        .entity(
            new NewTokenAnswer(true, issued.id(), issued.token(), issued.expiresAt().toString()))
        .cacheControl(nowhere)
        .build();
  }

  /** Ends a token at once. */
  @DELETE
  @Path("/{tokenId}")
  @RequireWholeAccount
  public Done revoke(@PathParam("tokenId") int tokenId) {
    if (!tokens.revoke(tokenId)) {
      throw ApiProblem.notFound("You have no such token");
    }
    return new Done(true);
  }
}
