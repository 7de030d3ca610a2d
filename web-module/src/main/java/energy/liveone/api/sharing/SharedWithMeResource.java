package energy.liveone.api.sharing;

import energy.liveone.access.RequireWholeAccount;
import energy.liveone.access.Subject;
import energy.liveone.access.SubjectType;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.error.ErrorCode;
import energy.liveone.api.json.JsonBody;
import energy.liveone.sharing.Invitations;
import energy.liveone.sharing.Shared;
import energy.liveone.sharing.SharedWithMe;
import energy.liveone.token.TokenText;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others share with the caller's account. */
@Path("/account/shared")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SharedWithMeResource {
  @Inject private SharedWithMe shared;
  @Inject private Invitations invitations;

  /** The shape of {@code GET}. */
  public record SharedAnswer(boolean success, List<SharedLine> shared) {}

  /** The shape of {@code POST}: what is shared from now on. */
  @JsonbNillable
  public record TakenUp(
      boolean success, @Nullable Integer systemId, @Nullable Integer compositeId) {
    static TakenUp of(Subject subject) {
      return new TakenUp(
          true, idIf(subject, SubjectType.SYSTEM), idIf(subject, SubjectType.COMPOSITE));
    }
  }

  /** The shape of acts that have nothing to tell. */
  public record Done(boolean success) {}

  /** One system or composite; {@code since} is ISO-8601. */
  @JsonbNillable
  public record SharedLine(
      int id,
      @Nullable Integer systemId,
      @Nullable Integer compositeId,
      String name,
      String owner,
      String since) {
    static SharedLine of(Shared shared) {
      return new SharedLine(
          shared.id(),
          idIf(shared.subject(), SubjectType.SYSTEM),
          idIf(shared.subject(), SubjectType.COMPOSITE),
          shared.name(),
          shared.owner(),
          shared.since().toString());
    }
  }

  private static @Nullable Integer idIf(Subject subject, SubjectType type) {
    return subject.type() == type ? subject.id() : null;
  }

  /** All of it, by name. */
  @GET
  @RequireWholeAccount
  public SharedAnswer list() {
    return new SharedAnswer(true, shared.list().stream().map(SharedLine::of).toList());
  }

  /** Takes an invitation up. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireWholeAccount
  public TakenUp takeUp(JsonBody body) {
    return invitations
        .takeUp(new TokenText(body.requiredText("token")))
        .map(TakenUp::of)
        .orElseThrow(
            () ->
                ApiProblem.of(
                    ErrorCode.LINK_UNUSABLE, "This link was used, is too old, or never existed"));
  }

  /** Gives a grant back. */
  @DELETE
  @Path("/{shareId}")
  @RequireWholeAccount
  public Done leave(@PathParam("shareId") int share) {
    if (!shared.leave(share)) {
      throw ApiProblem.notFound("Nothing like that is shared with you");
    }
    return new Done(true);
  }
}
