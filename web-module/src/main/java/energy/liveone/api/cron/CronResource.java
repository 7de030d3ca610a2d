package energy.liveone.api.cron;

import energy.liveone.access.AccessService;
import energy.liveone.access.CallerRole;
import energy.liveone.access.RequireCronOrAdmin;
import energy.liveone.api.json.JsonBody;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.housekeeping.Housekeeping;
import energy.liveone.polling.PollSystems;
import energy.liveone.polling.PollSystems.PollSummary;
import energy.liveone.polling.SessionCause;
import energy.liveone.rollup.DailyJobs;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Starts what the server's own timers start as well. */
@Path("/cron")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CronResource {
  /** Schedulers usually give up after a minute. */
  private static final Duration LIMIT = Duration.ofSeconds(50);

  private static final String CATCH_UP = "catchup";
  private static final String CLEAR = "clear";

  @Inject private AccessService access;
  @Inject private PollSystems polls;
  @Inject private AuditLog audit;
  @EJB private DailyJobs daily;
  @EJB private Housekeeping housekeeping;

  /** The shape of {@code POST /api/cron/poll}. */
  public record PollAnswer(boolean success, int polled, int successful, int failed, int pending) {}

  /** The shape of {@code POST /api/cron/daily}. */
  public record DailyAnswer(boolean success, String action, long executionId) {}

  /** The shape of {@code POST /api/cron/cleanup}. */
  public record CleanupAnswer(boolean success, String message) {}

  /** Polls every active system now and waits for the outcomes. */
  @POST
  @Path("/poll")
  @RequireCronOrAdmin
  public PollAnswer poll() {
    SessionCause cause =
        access.caller().role() == CallerRole.CRON ? SessionCause.CRON : SessionCause.ADMIN;
    PollSummary summary = polls.pollAll(cause, LIMIT);
    return new PollAnswer(
        true, summary.polled(), summary.successful(), summary.failed(), summary.pending());
  }

  /** Starts the daily job. */
  @POST
  @Path("/daily")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireCronOrAdmin
  public DailyAnswer daily(JsonBody body) {
    String action = body.word("action", Set.of(CATCH_UP, CLEAR)).orElse(CATCH_UP);
    audit.record(
        AuditAct.DAILY_JOB_ORDERED, AuditSubject.INSTALLATION, Map.of(), Map.of("action", action));
    return new DailyAnswer(true, action, daily.start(action.equals(CLEAR)));
  }

  /** Drops what is past its time. */
  @POST
  @Path("/cleanup")
  @RequireCronOrAdmin
  public CleanupAnswer cleanUp() {
    audit.record(AuditAct.CLEANUP_ORDERED, AuditSubject.INSTALLATION);
    housekeeping.tidy();
    return new CleanupAnswer(true, "Cleaned up");
  }
}
