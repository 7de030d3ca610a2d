package energy.liveone.api.composite;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireAuth;
import energy.liveone.access.RequireReader;
import energy.liveone.api.composite.CompositeAnswer.CompositeLine;
import energy.liveone.api.composite.CompositeAnswer.CompositesAnswer;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeId;
import energy.liveone.composite.CompositeService;
import energy.liveone.composite.MaintainComposites;
import energy.liveone.composite.WantedMember;
import energy.liveone.flowledger.DoubleCounts;
import energy.liveone.flowledger.Home;
import energy.liveone.flowledger.Homes;
import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;

/** Composites of the caller and those shared with them. */
@Path("/composite")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompositeResource {
  @Inject private CompositeService composites;
  @Inject private MaintainComposites maintain;
  @Inject private SystemsOverview systems;
  @Inject private Homes homes;
  @Inject private DoubleCounts doubleCounts;

  /** The shape of {@code DELETE /api/composite/<id>}. */
  public record DeletedAnswer(boolean success, String message) {}

  /** All that the caller may see, own ones first. */
  @GET
  @RequireReader
  public CompositesAnswer list() {
    return new CompositesAnswer(true, composites.visible().stream().map(this::line).toList());
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public Response add(JsonBody body) {
    List<WantedMember> members =
        CompositeRequest.members(body, composites.visible(), null)
            .orElseThrow(() -> ApiProblem.missing("systemIds"));
    Composite added = maintain.add(CompositeRequest.settings(body, zoneOf(members)), members);
    return Response.status(Response.Status.CREATED)
        .entity(new CompositeAnswer(true, line(added)))
        .build();
  }

  /** The zone of the first member; of one that the caller may not see there is none. */
  private ZoneId zoneOf(List<WantedMember> members) {
    return members.stream()
        .findFirst()
        .map(first -> systems.of(first.system()))
        .map(SystemOverview::displayTimezone)
        .orElse(ZoneId.of("UTC"));
  }

  /** One of them, by id or slug. */
  @GET
  @Path("/{id}")
  @RequireReader
  public CompositeAnswer one(@PathParam("id") String idOrSlug) {
    return new CompositeAnswer(true, line(named(idOrSlug)));
  }

  /** Changes what the body names. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public CompositeAnswer replace(@PathParam("id") String idOrSlug, JsonBody body) {
    return change(idOrSlug, body);
  }

  /** Changes what the body names. */
  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public CompositeAnswer change(@PathParam("id") String idOrSlug, JsonBody body) {
    Composite before = composites.require(named(idOrSlug).id(), Permission.WRITE);
    List<WantedMember> members =
        CompositeRequest.members(body, composites.visible(), before).orElse(null);
    Composite after =
        maintain.change(before.id(), CompositeRequest.changed(before.settings(), body), members);
    return new CompositeAnswer(true, line(after));
  }

  /** Deletes one; its systems stay. */
  @DELETE
  @Path("/{id}")
  @RequireAuth
  public DeletedAnswer delete(@PathParam("id") String idOrSlug) {
    maintain.delete(named(idOrSlug).id());
    return new DeletedAnswer(true, "Composite deleted");
  }

  /** The points of its members with their roles. */
  @GET
  @Path("/{id}/bindings")
  @RequireReader
  public BindingsAnswer bindings(@PathParam("id") String idOrSlug) {
    return BindingsAnswer.of(composites.bindings(named(idOrSlug)));
  }

  /** Sets roles of points. */
  @PUT
  @Path("/{id}/bindings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public BindingsAnswer bind(@PathParam("id") String idOrSlug, JsonBody body) {
    CompositeId id = named(idOrSlug).id();
    return BindingsAnswer.of(maintain.bind(id, CompositeRequest.bindings(body)));
  }

  /** Members that seem to measure the same meter. */
  @GET
  @Path("/{id}/proposals")
  @RequireReader
  public ProposalsAnswer proposals(@PathParam("id") String idOrSlug) {
    Composite composite = named(idOrSlug);
    Home home = homes.of(composite);
    return ProposalsAnswer.of(home, composites.bindings(composite), doubleCounts.in(home));
  }

  private Composite named(String idOrSlug) {
    return composites
        .named(idOrSlug)
        .orElseThrow(() -> ApiProblem.notFound("There is no such composite"));
  }

  private CompositeLine line(Composite composite) {
    return CompositeLine.of(composite, !composites.isOwn(composite));
  }
}
