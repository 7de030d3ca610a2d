package energy.liveone.api.sharing;

import energy.liveone.access.RequireAuth;
import energy.liveone.access.Subject;
import energy.liveone.api.json.JsonBody;
import energy.liveone.api.sharing.Sharing.Done;
import energy.liveone.api.sharing.Sharing.SharingAnswer;
import energy.liveone.system.SystemId;
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

/** With whom a system is shared. */
@Path("/systems/{systemId}/sharing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SharingResource {
  @Inject private Sharing sharing;

  /** All ways in which it is shared, newest first. */
  @GET
  @RequireAuth
  public SharingAnswer list(@PathParam("systemId") SystemId system) {
    return sharing.list(Subject.of(system));
  }

  /** Invites somebody by mail, or makes a link. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public Response share(@PathParam("systemId") SystemId system, JsonBody body) {
    return sharing.share(Subject.of(system), body);
  }

  /** Ends a share, and what it let in, at once. */
  @DELETE
  @Path("/{shareId}")
  @RequireAuth
  public Done revoke(@PathParam("systemId") SystemId system, @PathParam("shareId") int share) {
    return sharing.revoke(Subject.of(system), share);
  }
}
