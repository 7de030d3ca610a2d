package energy.liveone.api.sharing;

import energy.liveone.access.RequireAuth;
import energy.liveone.access.Subject;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.api.sharing.Sharing.Done;
import energy.liveone.api.sharing.Sharing.SharingAnswer;
import energy.liveone.composite.CompositeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** With whom a composite is shared, named by id or slug. */
@Path("/composite/{id}/sharing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompositeSharingResource {
  @Inject private Sharing sharing;
  @Inject private CompositeService composites;

  /** All ways in which it is shared, newest first. */
  @GET
  @RequireAuth
  public SharingAnswer list(@PathParam("id") String idOrSlug) {
    return sharing.list(subject(idOrSlug));
  }

  /** Invites somebody by mail, or makes a link. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public Response share(@PathParam("id") String idOrSlug, JsonBody body) {
    return sharing.share(subject(idOrSlug), body);
  }

  /** Ends a share, and what it let in, at once. */
  @DELETE
  @Path("/{shareId}")
  @RequireAuth
  public Done revoke(@PathParam("id") String idOrSlug, @PathParam("shareId") int share) {
    return sharing.revoke(subject(idOrSlug), share);
  }

  private Subject subject(String idOrSlug) {
    return composites
        .named(idOrSlug)
        .map(one -> Subject.ofComposite(one.id().value()))
        .orElseThrow(() -> ApiProblem.notFound("There is no such composite"));
  }
}
