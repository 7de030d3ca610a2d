package energy.liveone.api.admin;

import energy.liveone.access.RequireAuth;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.Gzipped;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.gap.GapState;
import energy.liveone.gap.GapsOfSystem;
import energy.liveone.gap.GapsOfSystem.Wanted;
import energy.liveone.gap.ListedGap;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The times without data of a system, for its owner and administrators. */
@Path("/admin/systems/{systemId}/gaps")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GapsResource {
  @Inject private GapsOfSystem gaps;
  @Context private UriInfo uri;

  /** The shape of the answer. */
  public record GapsAnswer(boolean success, List<GapLine> data) {}

  /**
   * One gap {@code (from, to]}.
   *
   * @param pointKey null when all of the system is silent
   * @param to null while the outage lasts
   * @param message the reason in plain English
   * @param detail what the vendor said to the last attempt
   */
  @JsonbNillable
  public record GapLine(
      @Nullable String pointKey,
      String from,
      @Nullable String to,
      String state,
      String reason,
      String message,
      @Nullable String detail,
      int attempts,
      String foundAt,
      String updatedAt,
      @Nullable String nextAttemptAt) {
    static GapLine of(ListedGap gap) {
      return new GapLine(
          gap.pointOrNull() == null ? null : gap.pointOrNull().value(),
          gap.from().toString(),
          text(gap.toOrNull()),
          gap.state().wireName(),
          gap.reason().name(),
          gap.reason().words(),
          gap.wordsOrNull(),
          gap.attempts(),
          gap.foundAt().toString(),
          gap.updatedAt().toString(),
          text(gap.nextAttemptOrNull()));
    }

    private static @Nullable String text(@Nullable Instant time) {
      return time == null ? null : time.toString();
    }
  }

  /** The gaps that end last, up to a thousand. */
  @GET
  @RequireAuth
  @Gzipped
  public GapsAnswer list(@PathParam("systemId") SystemId system) {
    QueryParameters query = new QueryParameters(uri.getQueryParameters());
    Optional<Instant> from = query.time("from");
    Optional<Instant> to = query.time("to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw ApiProblem.invalid("to", "to must lie after from");
    }
    Wanted wanted =
        new Wanted(
            query.text("state").map(GapsResource::state).orElse(null),
            from.orElse(null),
            to.orElse(null));
    return new GapsAnswer(
        true, gaps.findAsOwner(system, wanted).stream().map(GapLine::of).toList());
  }

  private static GapState state(String name) {
    return Arrays.stream(GapState.values())
        .filter(state -> state.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "state", "state must be one of open, filling, filled, estimated, permanent"));
  }
}
