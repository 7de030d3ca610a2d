package energy.liveone.grant;

import energy.liveone.system.SystemId;
import java.util.List;

/** Lets systems go on whose account was connected again. */
public interface ResumeSystems {
  /**
   * Resumes those that had stopped by an error; paused ones stay paused.
   *
   * @return how many
   */
  int resume(List<SystemId> systems);
}
