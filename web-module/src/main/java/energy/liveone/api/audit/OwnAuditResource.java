package energy.liveone.api.audit;

import energy.liveone.access.AccessService;
import energy.liveone.access.RequireAuth;
import energy.liveone.api.json.QueryParameters;
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
import org.jspecify.annotations.Nullable;

/** What the audit log says of the caller's account. */
@Path("/account/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OwnAuditResource {
  private static final int USUAL_LIMIT = 50;

  @Inject private AccessService access;
  @Inject private AuditTrail trail;
  @Context private UriInfo uri;

  /** The shape of the answer; {@code nextBefore} is the parameter of the next page, if any. */
  public record OwnAuditAnswer(boolean success, List<AuditLine> data, @Nullable Long nextBefore) {}

  /** Entries, newest first. */
  @GET
  @RequireAuth
  public OwnAuditAnswer list() {
    QueryParameters query = new QueryParameters(uri.getQueryParameters());
    int limit = query.integer("limit", 1, AuditQuery.MAX_LIMIT).orElse(USUAL_LIMIT);
    int account = access.requireAuth().account().orElseThrow().id().value();
    List<AuditEntry> entries =
        trail.find(AuditQuery.of(account, query.number("before").orElse(null), limit));
    Long next = entries.size() == limit ? entries.get(limit - 1).id() : null;
    return new OwnAuditAnswer(true, entries.stream().map(AuditLine::of).toList(), next);
  }
}
