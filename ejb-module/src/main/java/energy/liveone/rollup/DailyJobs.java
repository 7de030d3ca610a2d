package energy.liveone.rollup;

/** The batch job that computes the days owed. */
public interface DailyJobs {
  /**
   * Starts the job, on this node, unless it runs already somewhere in the cluster. What a node left
   * unfinished when it died is restarted. Returns at once; with nothing owed the job ends at once.
   *
   * @param clearFirst marks every day as stale first, so that all are computed again; days that a
   *     job already running has passed follow with the next start
   * @return id of the job execution that was started or is running, as administrators see it
   */
  long start(boolean clearFirst);
}
