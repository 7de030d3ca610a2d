package energy.liveone.api.audit;

import energy.liveone.access.RequireAdmin;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.Gzipped;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditEntry;
import energy.liveone.audit.AuditQuery;
import energy.liveone.audit.AuditTrail;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit log. */
@Path("/admin/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  private static final int USUAL_LIMIT = 100;

  @Inject private AuditTrail trail;
  @Context private UriInfo uri;

  /** The shape of the answer; {@code nextBefore} is the parameter of the next page, if any. */
  public record AuditAnswer(boolean success, List<AuditLine> data, @Nullable Long nextBefore) {}

  /** Entries, newest first. */
  @GET
  @RequireAdmin
  @Gzipped
  public AuditAnswer list() {
    QueryParameters query = new QueryParameters(uri.getQueryParameters());
    int limit = query.integer("limit", 1, AuditQuery.MAX_LIMIT).orElse(USUAL_LIMIT);
    List<AuditEntry> entries =
        trail.find(
            new AuditQuery(
                query.text("actor").orElse(null),
                act(query).orElse(null),
                query.text("subjectType").orElse(null),
                query.text("subjectId").orElse(null),
                null,
                query.time("from").orElse(null),
                query.time("to").orElse(null),
                query.number("before").orElse(null),
                limit));
    Long next = entries.size() == limit ? entries.get(limit - 1).id() : null;
    return new AuditAnswer(true, entries.stream().map(AuditLine::of).toList(), next);
  }

  private static Optional<AuditAct> act(QueryParameters query) {
    return query
        .text("act")
        .map(
            name ->
                AuditAct.of(name)
                    .orElseThrow(() -> ApiProblem.invalid("act", "There is no such act")));
  }
}
