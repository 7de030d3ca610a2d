package energy.liveone.api.setup;

import energy.liveone.access.RequireWholeAccount;
import energy.liveone.api.data.SystemsAnswer.SystemLine;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.api.setup.SetupAnswer.ConnectionAnswer;
import energy.liveone.history.SystemsOverview;
import energy.liveone.setup.RegisterGranted;
import energy.liveone.setup.RegisterSystem;
import energy.liveone.setup.Registration;
import energy.liveone.setup.Registration.Registered;
import energy.liveone.setup.TryConnection;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.ConnectionTest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Adds systems, and tries credentials before. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SetupResource {
  @Inject private RegisterSystem register;
  @Inject private RegisterGranted granted;
  @Inject private TryConnection connection;
  @Inject private SystemsOverview systems;

  /** Adds a system for the caller. */
  @POST
  @Path("/setup")
  @RequireWholeAccount
  public Response setUp(JsonBody body) {
    return GrantedRequest.isOne(body)
        ? granted
            .register(GrantedRequest.systems(body))
            .fold(added -> created(added.systems()), not -> answer(not.why()))
        : answer(register.register(SetupRequest.newSystem(body)));
  }

  private Response answer(Registration registration) {
    return registration.fold(
        new Registration.Cases<>(
            this::created,
            missing -> ApiProblem.missing(missing.field()).response(),
            invalid -> ApiProblem.invalid(invalid.field(), invalid.message()).response(),
            conflict -> ApiProblem.conflict(conflict.field(), conflict.message()).response(),
            refused -> VendorProblem.of(refused.failure()).response()));
  }

  private Response created(List<SystemId> added) {
    List<SystemLine> lines = added.stream().map(systems::of).map(SystemLine::of).toList();
    return Response.status(Response.Status.CREATED)
        .entity(new SetupAnswer(true, added.get(0).value(), lines.get(0), null, lines))
        .build();
  }

  private Response created(Registered registered) {
    return Response.status(Response.Status.CREATED)
        .entity(
            new SetupAnswer(
                true,
                registered.system().value(),
                SystemLine.of(systems.of(registered.system())),
                registered.pushKey().map(key -> Map.of("apiKey", key)).orElse(null)))
        .build();
  }

  /** Tries credentials; stores nothing and never repeats them. */
  @POST
  @Path("/test-connection")
  @RequireWholeAccount
  public Response tryConnection(JsonBody body) {
    return test(body)
        .fold(
            connected -> Response.ok(ConnectionAnswer.of(connected)).build(),
            refused -> VendorProblem.of(refused.failure()).response());
  }

  private ConnectionTest test(JsonBody body) {
    if (GrantedRequest.isOne(body)) {
      return granted
          .attempt(GrantedRequest.grantId(body), body.text("siteId").orElse(""))
          .orElseThrow(() -> ApiProblem.invalid("grantId", "You have connected no such account"));
    }
    return connection.attempt(
        SetupRequest.vendorType(body),
        body.zone("displayTimezone").orElse(ZoneOffset.UTC),
        SetupRequest.credentials(body),
        SetupRequest.options(body));
  }
}
