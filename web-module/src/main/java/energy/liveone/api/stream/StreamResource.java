package energy.liveone.api.stream;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.access.RequireReader;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeId;
import energy.liveone.composite.CompositeService;
import energy.liveone.system.SystemId;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stream of events for a page that is open. */
@Path("/data/stream")
@RequestScoped
public class StreamResource {
  private static final int LONGEST_SECONDS = 240;
  private static final int MOST_SUBJECTS = 200;

  @Inject private AccessService access;
  @Inject private CompositeService composites;
  @Inject private Clock clock;
  @EJB private Streams streams;
  @Context private UriInfo uri;
  @Context private HttpServletResponse response;

  /** Events {@code latest}, whose data names the subjects with new values. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RequireReader
  public void open(@Context SseEventSink sink, @Context Sse sse) {
    QueryParameters query = new QueryParameters(uri.getQueryParameters());
    int seconds = seconds(query);
    Map<String, List<SystemId>> subjects = subjects(query);
    response.setHeader("Cache-Control", "no-store");
    // Proxies that gather answers before they hand them on would defeat it.
    response.setHeader("X-Accel-Buffering", "no");
    Watch watch = new Watch(sink, sse, subjects, clock.instant().plusSeconds(seconds));
    if (!streams.add(watch)) {
      watch.close();
    }
  }

  /** Nobody who says something wrong is kept waiting for minutes. */
  private int seconds(QueryParameters query) {
    return query
        .integer("seconds", 1, LONGEST_SECONDS)
        .orElseGet(
            () -> {
              if (uri.getQueryParameters().containsKey("seconds")) {
                throw ApiProblem.invalid("seconds", "Give a number from 1 to 240");
              }
              return LONGEST_SECONDS;
            });
  }

  private Map<String, List<SystemId>> subjects(QueryParameters query) {
    List<String> systems = query.list("systemIds");
    List<String> named = query.list("compositeIds");
    if (systems.isEmpty() && named.isEmpty()) {
      throw ApiProblem.missing("systemIds");
    }
    if (systems.size() + named.size() > MOST_SUBJECTS) {
      throw ApiProblem.invalid("systemIds", "At most 200 at once");
    }
    Map<String, List<SystemId>> subjects = new LinkedHashMap<>();
    for (String text : systems) {
      SystemId system =
          SystemId.parse(text).orElseThrow(() -> ApiProblem.notFound("There is no such system"));
      access.requireSystemAccess(system, Permission.READ);
      subjects.put("systemId=" + system, List.of(system));
    }
    for (String text : named) {
      CompositeId id =
          CompositeId.parse(text)
              .orElseThrow(() -> ApiProblem.invalid("compositeIds", "Not the id of a composite"));
      Composite composite = composites.require(id, Permission.READ);
      subjects.put("compositeId=" + id, composite.systems());
    }
    return subjects;
  }
}
