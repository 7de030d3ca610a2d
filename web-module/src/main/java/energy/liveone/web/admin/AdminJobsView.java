package energy.liveone.web.admin;

import energy.liveone.access.AccessService;
import energy.liveone.job.JobRun;
import energy.liveone.job.JobRuns;
import energy.liveone.rollup.DailyJobs;
import energy.liveone.web.words.Words;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Presents {@code /admin/jobs}: batch jobs, their progress, stopping and going on. */
@Named("adminJobs")
@RequestScoped
public class AdminJobsView {
  private static final int SHOWN = 30;

  @Inject private AccessService access;
  @EJB private JobRuns jobs;
  @EJB private DailyJobs daily;
  @Inject private Words words;
  @Inject private HttpServletRequest request;
  private String done = "";
  private String error = "";

  /** An execution, in words; times are ISO-8601 for scripts, empty for not yet. */
  public record Row(
      long id,
      String job,
      String state,
      String style,
      String started,
      String ended,
      long read,
      long written,
      long skipped,
      String parameters,
      boolean stoppable,
      boolean restartable) {}

  /** Lets administrators in. */
  public void load() {
    access.requireAdmin();
  }

  /** The newest executions. */
  public List<Row> getRows() {
    return jobs.newest(SHOWN).stream().map(this::row).toList();
  }

  private Row row(JobRun run) {
    return new Row(
        run.execution(),
        run.job(),
        words.text("admin.job." + run.state().name()),
        switch (run.state()) {
          case DONE -> "ok";
          case FAILED, ABANDONED -> "bad";
          case RUNNING, STOPPING, STOPPED -> "";
        },
        run.startedAt().toString(),
        run.endedAtOrNull() == null ? "" : run.endedAtOrNull().toString(),
        run.read(),
        run.written(),
        run.skipped(),
        new TreeMap<>(run.parameters())
            .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", ")),
        run.canStop(),
        run.canRestart());
  }

  /** Sums up all days that are owed. */
  public void catchUp() {
    access.requireAdmin();
    done = words.text("admin.jobs.started", daily.start(false));
  }

  /** Stops the execution that the button names. */
  public void stop() {
    tell(jobs.stop(named()), "admin.jobs.stopped", "admin.jobs.notStopped");
  }

  /** Goes on with the execution that the button names. */
  public void restart() {
    tell(jobs.restart(named()), "admin.jobs.restarted", "admin.jobs.notRestarted");
  }

  private void tell(boolean isDone, String yes, String no) {
    if (isDone) {
      done = words.text(yes);
    } else {
      error = words.text(no);
    }
  }

  private long named() {
    access.requireAdmin();
    String id = request.getParameter("of");
    return id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
  }

  public String getDone() {
    return done;
  }

  public String getError() {
    return error;
  }
}
