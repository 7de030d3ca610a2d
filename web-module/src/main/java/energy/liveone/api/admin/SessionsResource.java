package energy.liveone.api.admin;

import energy.liveone.access.RequireAdmin;
import energy.liveone.api.json.Gzipped;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.history.SessionEntry;
import energy.liveone.history.SessionLog;
import energy.liveone.history.SessionQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of attempts. */
@Path("/admin/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
  private static final int USUAL_LIMIT = 100;

  @Inject private SessionLog log;
  @Context private UriInfo uri;

  /** The shape of the answer; {@code nextBefore} is the parameter of the next page, if any. */
  public record SessionsAnswer(
      boolean success, List<SessionLine> data, @Nullable Long nextBefore) {}

  /**
   * One attempt.
   *
   * @param started epoch seconds
   * @param startedAt the same with milliseconds, ISO-8601
   * @param duration milliseconds
   */
  @JsonbNillable
  public record SessionLine(
      long id,
      int systemId,
      String vendorType,
      String systemName,
      String cause,
      long started,
      String startedAt,
      @Nullable Long duration,
      boolean successful,
      @Nullable String errorCode,
      @Nullable String error,
      @Nullable String label,
      @Nullable Long numRows,
      @Nullable String response) {
    static SessionLine of(SessionEntry entry) {
      return new SessionLine(
          entry.id(),
          entry.systemId(),
          entry.vendorType(),
          entry.systemName(),
          entry.cause(),
          Math.floorDiv(entry.startedMillis(), 1000L),
          Instant.ofEpochMilli(entry.startedMillis()).toString(),
          entry.durationMs(),
          entry.successful(),
          entry.errorCode(),
          entry.error(),
          entry.label(),
          entry.numRows(),
          entry.response());
    }
  }

  /** Attempts, newest first. */
  @GET
  @RequireAdmin
  @Gzipped
  public SessionsAnswer list() {
    QueryParameters query = new QueryParameters(uri.getQueryParameters());
    int limit = query.integer("limit", 1, SessionQuery.MAX_LIMIT).orElse(USUAL_LIMIT);
    List<SessionEntry> entries =
        log.find(
            new SessionQuery(
                query.system("systemId").orElse(null),
                query.text("vendorType").orElse(null),
                query.flag("successful").orElse(null),
                query.text("cause").orElse(null),
                query.text("errorCode").orElse(null),
                query.time("from").orElse(null),
                query.time("to").orElse(null),
                query.number("before").orElse(null),
                limit));
    Long next = entries.size() == limit ? entries.get(limit - 1).id() : null;
    return new SessionsAnswer(true, entries.stream().map(SessionLine::of).toList(), next);
  }
}
