package energy.liveone.job;

import java.util.List;

/** The batch jobs of the cluster, for administrators. */
public interface JobRuns {
  /** The newest executions of all jobs, newest first. */
  List<JobRun> newest(int limit);

  /**
   * Asks an execution to stop after its current chunk. One that runs on another node goes on.
   *
   * @return whether it will stop
   */
  boolean stop(long execution);

  /**
   * Goes on with an execution that stopped or failed, on this node.
   *
   * @return whether it goes on; not when somebody restarted it meanwhile
   */
  boolean restart(long execution);
}
