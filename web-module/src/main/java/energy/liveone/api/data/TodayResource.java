package energy.liveone.api.data;

import energy.liveone.access.RequireReader;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.Gzipped;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.history.DaySoFar;
import energy.liveone.history.TodayQuery;
import energy.liveone.history.TodayService;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What today brought so far to several systems, each in its own day. */
@Path("/data/today")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TodayResource {
  @Inject private TodayService today;
  @Context private UriInfo uri;

  /** Energies and quarter-hour means since midnight. */
  @GET
  @RequireReader
  @Gzipped
  public TodayAnswer today() {
    QueryParameters query = new QueryParameters(uri.getQueryParameters());
    List<SystemId> systems = SystemIds.of(required(query, "systemIds"));
    List<PointKey> points =
        required(query, "pointKeys").stream().map(HistoryRequest::pointKey).toList();
    List<DaySoFar> days = today.read(wanted(systems, points));
    if (days.isEmpty()) {
      throw ApiProblem.invalid("pointKeys", "None of the systems has such a point");
    }
    return TodayAnswer.of(days);
  }

  private static List<String> required(QueryParameters query, String name) {
    List<String> elements = query.list(name);
    if (elements.isEmpty()) {
      throw ApiProblem.missing(name);
    }
    return elements;
  }

  private static TodayQuery wanted(List<SystemId> systems, List<PointKey> points) {
    try {
      return new TodayQuery(systems, points);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.invalid("pointKeys", String.valueOf(e.getMessage()));
    }
  }
}
