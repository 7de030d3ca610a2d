package energy.liveone.api.admin;

import energy.liveone.access.RequireAuth;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.error.ErrorCode;
import energy.liveone.api.json.JsonBody;
import energy.liveone.gap.BackFill;
import energy.liveone.gap.BackfillJobs;
import energy.liveone.gap.BackfillProgress;
import energy.liveone.gap.DayRange;
import energy.liveone.system.SystemId;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches the past of a system from its vendor, for its owner and administrators. */
@Path("/admin/systems/{systemId}/backfill")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BackfillResource {
  @Inject private BackFill backFill;
  @EJB private BackfillJobs jobs;

  /**
   * The shape of both answers.
   *
   * @param from first local day of the system
   * @param to last local day
   * @param state running, waiting, done, stopped or failed
   * @param message why it waits or failed
   * @param waitingUntil when a waiting one goes on by itself
   * @param executionId newest execution, as administrators see it in the job repository
   */
  @JsonbNillable
  public record BackfillAnswer(
      boolean success,
      int jobId,
      int systemId,
      String from,
      String to,
      String state,
      int daysTotal,
      int daysDone,
      long rowsStored,
      @Nullable String message,
      @Nullable String waitingUntil,
      @Nullable Long executionId,
      String requestedAt,
      @Nullable String endedAt) {
    static BackfillAnswer of(BackfillProgress progress) {
      return new BackfillAnswer(
          true,
          progress.id(),
          progress.system().value(),
          progress.days().first().toString(),
          progress.days().last().toString(),
          progress.state().wireName(),
          progress.daysTotal(),
          progress.daysDone(),
          progress.rows(),
          progress.wordsOrNull(),
          text(progress.waitsUntilOrNull()),
          progress.executionOrNull(),
          progress.requestedAt().toString(),
          text(progress.endedAtOrNull()));
    }

    private static @Nullable String text(@Nullable Instant time) {
      return time == null ? null : time.toString();
    }
  }

  /** Orders days; 202 when the job goes to work. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public Response order(@PathParam("systemId") SystemId system, JsonBody body) {
    LocalDate from = day(body, "from");
    LocalDate to = day(body, "to");
    if (to.isBefore(from)) {
      throw ApiProblem.invalid("to", "to must not lie before from");
    }
    BackfillProgress taken =
        backFill
            .order(system, new DayRange(from, to))
            .fold(
                ordered -> ordered.progress(),
                none -> {
                  throw ApiProblem.of(
                      ErrorCode.NO_HISTORY, "The vendor keeps no history that could be asked for");
                },
                future -> {
                  throw ApiProblem.of(
                      ErrorCode.IN_FUTURE,
                      "The latest day is " + future.latest(),
                      Map.of("field", "to", "latest", future.latest().toString()));
                },
                early -> {
                  throw ApiProblem.of(
                      ErrorCode.OUT_OF_REACH,
                      "The vendor answers from " + early.earliest() + " on",
                      Map.of("field", "from", "earliest", early.earliest().toString()));
                },
                running -> {
                  throw ApiProblem.of(
                      ErrorCode.ALREADY_RUNNING,
                      "Back-fill " + running.progress().id() + " of this system is not over",
                      Map.of("jobId", running.progress().id()));
                });
    jobs.start(taken.id());
    return Response.accepted(BackfillAnswer.of(taken)).build();
  }

  /** How far the newest order has come. */
  @GET
  @RequireAuth
  public BackfillAnswer progress(@PathParam("systemId") SystemId system) {
    return backFill
        .progress(system)
        .map(BackfillAnswer::of)
        .orElseThrow(() -> ApiProblem.notFound("Nothing was ever back-filled for this system"));
  }

  private static LocalDate day(JsonBody body, String field) {
    try {
      return LocalDate.parse(body.requiredText(field));
    } catch (DateTimeParseException e) {
      throw ApiProblem.invalid(field, field + " must be a day such as 2026-11-23");
    }
  }
}
