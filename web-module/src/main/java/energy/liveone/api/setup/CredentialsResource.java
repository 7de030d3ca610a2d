package energy.liveone.api.setup;

import energy.liveone.access.RequireAuth;
import energy.liveone.api.data.SystemsAnswer.SystemLine;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.history.SystemsOverview;
import energy.liveone.setup.Registration;
import energy.liveone.setup.ReplaceCredentials;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** New credentials for a system that is there. */
@Path("/systems")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CredentialsResource {
  @Inject private ReplaceCredentials credentials;
  @Inject private SystemsOverview systems;

  /** Replaces the credentials and has the system collected again. */
  @POST
  @Path("/{systemId}/credentials")
  @RequireAuth
  public Response replace(@PathParam("systemId") SystemId system, JsonBody body) {
    return credentials
        .replace(system, SetupRequest.credentials(body))
        .fold(
            new Registration.Cases<>(
                same ->
                    Response.ok(
                            new SetupAnswer(
                                true, system.value(), SystemLine.of(systems.of(system)), null))
                        .build(),
                missing -> ApiProblem.missing(missing.field()).response(),
                invalid -> ApiProblem.invalid(invalid.field(), invalid.message()).response(),
                conflict -> ApiProblem.conflict(conflict.field(), conflict.message()).response(),
                refused -> VendorProblem.of(refused.failure()).response()));
  }
}
