package energy.liveone.api.data;

import energy.liveone.access.RequireReader;
import energy.liveone.aggregate.LocalDay;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.Gzipped;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.history.HistoryService;
import energy.liveone.history.HistorySlices;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.LatestQuery;
import energy.liveone.history.LatestService;
import energy.liveone.history.PointLatest;
import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.point.PointKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values of one system as a table, for spreadsheets. */
@Path("/data/export")
@ApplicationScoped
public class ExportResource {
  private static final int AT_ONCE = 4;
  private static final Duration BUSY_RETRY = Duration.ofMinutes(1);

  /** Whoever takes a table sets the pace and keeps a thread of the server meanwhile. */
  private final Semaphore places = new Semaphore(AT_ONCE);

  @Inject private SystemsOverview systems;
  @Inject private LatestService latest;
  @Inject private HistoryService history;
  @Inject private Clock clock;
  @Context private UriInfo uri;

  /** Comma-separated values, written while they are read. */
  @GET
  @Produces({"text/csv", MediaType.APPLICATION_JSON})
  @RequireReader
  @Gzipped
  public Response export() {
    QueryParameters query = new QueryParameters(uri.getQueryParameters());
    SystemOverview system = systems.of(ExportRequest.system(query));
    ZoneId zone = system.displayTimezone();
    ExportRequest wanted = ExportRequest.parse(query, zone);
    List<PointLatest> points = points(wanted);
    Optional<HistoryWindow> window =
        history
            .firstDay(wanted.system())
            .filter(any -> !points.isEmpty())
            .flatMap(first -> wanted.window(first, zone, clock.instant()));
    List<HistoryWindow> pieces =
        window
            .map(whole -> HistorySlices.of(whole, zone, wanted.resolution(), points.size()))
            .orElse(List.of());
    ExportWriter writer =
        new ExportWriter(history, wanted.system(), points, wanted.resolution(), zone);
    return Response.ok(taking(out -> writer.write(pieces, out)), "text/csv;charset=UTF-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + fileName(system, wanted, window) + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** The columns: in the order of the query, or all as they are arranged. */
  private List<PointLatest> points(ExportRequest wanted) {
    List<PointLatest> all = latest.of(new LatestQuery(List.of(wanted.system()))).get(0).points();
    if (wanted.points().isEmpty()) {
      return all;
    }
    Map<PointKey, PointLatest> byKey =
        all.stream().collect(Collectors.toMap(PointLatest::key, Function.identity()));
    if (!byKey.keySet().containsAll(wanted.points())) {
      throw ApiProblem.invalid("pointKeys", "The system has no such point");
    }
    return wanted.points().stream().map(byKey::get).toList();
  }

  /**
   * A place is taken when the writing begins and not before: to HEAD, and to whoever has gone
   * meanwhile, nothing is ever written.
   */
  private StreamingOutput taking(StreamingOutput table) {
    if (places.availablePermits() == 0) {
      throw ApiProblem.tooOften("Other tables are being written", BUSY_RETRY);
    }
    return out -> {
      places.acquireUninterruptibly();
      try {
        table.write(out);
      } finally {
        places.release();
      }
    };
  }

  /** Such as {@code liveone-home-5m-2026-04-01-2026-04-30.csv}. */
  private static String fileName(
      SystemOverview system, ExportRequest wanted, Optional<HistoryWindow> window) {
    String name = system.alias().map(Object::toString).orElse("system-" + system.id());
    ZoneId zone = system.displayTimezone();
    String days =
        window
            .map(one -> "-" + day(one.from().plusSeconds(1), zone) + "-" + day(one.to(), zone))
            .orElse("");
    return "liveone-" + name + "-" + wanted.resolution().wireName() + days + ".csv";
  }

  private static String day(Instant time, ZoneId zone) {
    return LocalDay.containing(time.getEpochSecond(), zone).date().toString();
  }
}
