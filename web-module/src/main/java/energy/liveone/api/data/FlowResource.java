package energy.liveone.api.data;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.RequireReader;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.Gzipped;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeService;
import energy.liveone.flowledger.FlowService;
import energy.liveone.flowledger.GridIntensity;
import energy.liveone.flowledger.Home;
import energy.liveone.flowledger.Homes;
import energy.liveone.flowledger.LiveFlows;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where energy comes from and goes to. */
@Path("/data/flow")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FlowResource {
  @Inject private AccessService access;
  @Inject private CompositeService composites;
  @Inject private SystemsOverview systems;
  @Inject private Homes homes;
  @Inject private FlowService flows;
  @Inject private LiveFlows live;
  @Inject private GridIntensity intensity;
  @Inject private Clock clock;
  @Context private UriInfo uri;

  /** Now, and over a range if one is asked for. */
  @GET
  @RequireReader
  @Gzipped
  public Map<String, Object> flow() {
    QueryParameters query = new QueryParameters(uri.getQueryParameters());
    Home home = home(query);
    FlowAnswer answer = new FlowAnswer(home).with(live.of(home));
    if (asksForRange(query)) {
      HistoryWindow window = HistoryRequest.window(query, clock.instant());
      if (!flows.isBearable(home, window)) {
        throw ApiProblem.invalid(
            "range", "Systems that are no composite are looked at together for at most 31 days");
      }
      answer.with(flows.over(home, window), intensity.of(home).orElse(null));
    }
    return answer.map();
  }

  private static boolean asksForRange(QueryParameters query) {
    return query.text("range").isPresent()
        || query.text("from").isPresent()
        || query.text("to").isPresent();
  }

  private Home home(QueryParameters query) {
    List<String> composite = query.list("composite");
    Optional<SystemId> system = query.system("systemId");
    boolean isComposite = !composite.isEmpty() || query.text("compositeId").isPresent();
    if (system.isPresent() && isComposite) {
      throw ApiProblem.invalid("composite", "Give either systemId or composite");
    }
    Optional<Composite> named = CompositeNames.asked(composites, query);
    if (named.isPresent()) {
      return homes.of(named.get());
    }
    List<SystemId> some =
        composite.isEmpty()
            ? List.of(system.orElseGet(this::defaultSystem))
            : SystemIds.of(composite);
    access.requireSystemAccess(some, Permission.READ);
    return homes.of(some);
  }

  private SystemId defaultSystem() {
    return systems.visible().stream()
        .findFirst()
        .map(SystemOverview::id)
        .orElseThrow(() -> ApiProblem.notFound("You have no system yet"));
  }
}
