package energy.liveone.api.data;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.RequireReader;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.Gzipped;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeService;
import energy.liveone.flowledger.FlowSeries;
import energy.liveone.flowledger.Home;
import energy.liveone.flowledger.HomeForecasts;
import energy.liveone.flowledger.Homes;
import energy.liveone.flowledger.LiveFlows;
import energy.liveone.history.ForecastService;
import energy.liveone.history.History;
import energy.liveone.history.HistoryQuery;
import energy.liveone.history.HistoryService;
import energy.liveone.history.LatestQuery;
import energy.liveone.history.LatestService;
import energy.liveone.history.PointForecasts;
import energy.liveone.history.SystemLatest;
import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what was collected. */
@Path("/data")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DataResource {
  @Inject private AccessService access;
  @Inject private SystemsOverview systems;
  @Inject private LatestService latest;
  @Inject private HistoryService history;
  @Inject private ForecastService forecasts;
  @Inject private HomeForecasts homeForecasts;
  @Inject private CompositeService composites;
  @Inject private Homes homes;
  @Inject private LiveFlows live;
  @Inject private FlowSeries series;
  @Inject private Clock clock;
  @Context private UriInfo uri;
  @Context private Request request;

  /** The caller's systems, and those that others share with them. */
  @GET
  @Path("/systems")
  @RequireReader
  @Gzipped
  public SystemsAnswer systems() {
    return SystemsAnswer.of(systems.visible(), composites.visible());
  }

  /** Latest values of one system, or of several. */
  @GET
  @Path("/latest")
  @RequireReader
  public Response latest() {
    QueryParameters query = query();
    Optional<Composite> composite =
        query.system("systemId").isPresent()
            ? Optional.empty()
            : CompositeNames.asked(composites, query);
    if (composite.isPresent()) {
      return latest(composite.get(), query.flag("includeMetadata").orElse(false));
    }
    List<SystemId> wanted = wantedSystems(query);
    List<SystemLatest> values = latest.of(new LatestQuery(wanted));
    List<SystemOverview> overviews =
        query.flag("includeMetadata").orElse(false)
            ? values.stream().map(value -> systems.of(value.system())).toList()
            : List.of();
    LatestAnswer answer = LatestAnswer.of(values, overviews);
    return conditional(tagOf(answer), answer);
  }

  private Response latest(Composite composite, boolean wantsMetadata) {
    List<SystemId> members = composites.readableMembers(composite);
    List<SystemLatest> values = members.isEmpty() ? List.of() : latest.of(new LatestQuery(members));
    LatestAnswer answer =
        LatestAnswer.of(composite, live.of(homes.of(composite)), values, wantsMetadata);
    return conditional(tagOf(answer), answer);
  }

  private List<SystemId> wantedSystems(QueryParameters query) {
    List<String> composite = query.list("composite");
    Optional<SystemId> system = query.system("systemId");
    if (system.isPresent() && !composite.isEmpty()) {
      throw ApiProblem.invalid("composite", "Give either systemId or composite");
    }
    if (system.isPresent()) {
      return List.of(system.get());
    }
    return composite.isEmpty() ? List.of(defaultSystem()) : SystemIds.of(composite);
  }

  private SystemId defaultSystem() {
    return systems.visible().stream()
        .findFirst()
        .map(SystemOverview::id)
        .orElseThrow(() -> ApiProblem.notFound("You have no system yet"));
  }

  /** Time series of points. */
  @GET
  @Path("/historical")
  @RequireReader
  @Gzipped
  public Response historical() {
    Optional<HomeHistory> ofHome = HomeHistory.parse(query(), clock.instant());
    if (ofHome.isPresent()) {
      return historical(ofHome.get());
    }
    HistoryQuery wanted = HistoryRequest.parse(query(), this::members, clock.instant());
    Optional<Integer> most = HistoryRequest.mostRows(query());
    History whole = history.read(wanted);
    History found = most.map(whole::thinnedTo).orElse(whole);
    if (found.series().isEmpty()) {
      throw ApiProblem.invalid("pointKeys", "None of the systems has such a point");
    }
    StreamingOutput body = out -> new HistoryWriter(found).write(out);
    return conditional(HistoryTag.of(found), body);
  }

  private Response historical(HomeHistory wanted) {
    Home home =
        CompositeNames.asked(composites, query()).map(homes::of).orElseGet(this::systemAsHome);
    Map<String, Object> answer =
        wanted.answer(home, series.of(home, wanted.window(), wanted.resolution()));
    return conditional(tagOf(answer), answer);
  }

  private Home systemAsHome() {
    List<SystemId> named = SystemIds.of(HistoryRequest.named(query()));
    if (named.size() != 1) {
      throw ApiProblem.invalid("systemIds", "Best evidence is of one system or composite");
    }
    access.requireSystemAccess(named, Permission.READ);
    return homes.of(named.get(0));
  }

  /** What the vendor expects of points, by default of all that it has forecasts for. */
  @GET
  @Path("/forecasts")
  @RequireReader
  @Gzipped
  public Response forecasts() {
    QueryParameters query = query();
    List<String> points = query.list("points");
    if (query.text("compositeId").isPresent()) {
      return forecasts(CompositeNames.asked(composites, query).orElseThrow(), points);
    }
    SystemId system = query.system("systemId").orElseGet(this::defaultSystem);
    List<PointForecasts> found = forecasts.of(system);
    ForecastsAnswer answer =
        ForecastsAnswer.ofSystem(
            system.value(), found, points, systems.of(system).displayTimezone());
    return conditional(tagOf(answer), answer);
  }

  private Response forecasts(Composite composite, List<String> points) {
    ForecastsAnswer answer =
        ForecastsAnswer.ofComposite(
            composite.id().value(),
            homeForecasts.of(homes.of(composite)),
            points,
            composite.settings().zone());
    return conditional(tagOf(answer), answer);
  }

  private List<SystemId> members(QueryParameters query) {
    List<SystemId> members =
        composites.readableMembers(CompositeNames.asked(composites, query).orElseThrow());
    if (members.isEmpty()) {
      throw ApiProblem.notFound("You may not see the members of this composite by themselves");
    }
    return members;
  }

  /** From the text: equal answers have equal texts, on every node and after every restart. */
  private static EntityTag tagOf(Object answer) {
    return new EntityTag(Integer.toHexString(answer.toString().hashCode()), true);
  }

  private Response conditional(EntityTag tag, Object entity) {
    ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    ResponseBuilder response = unchanged == null ? Response.ok(entity).tag(tag) : unchanged;
    CacheControl askAgain = new CacheControl();
    askAgain.setPrivate(true);
    askAgain.setNoCache(true);
    askAgain.setNoTransform(false);
    return response.cacheControl(askAgain).build();
  }

  private QueryParameters query() {
    return new QueryParameters(uri.getQueryParameters());
  }
}
