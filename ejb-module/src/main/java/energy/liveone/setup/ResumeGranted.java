package energy.liveone.setup;

import energy.liveone.grant.ResumeSystems;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.SystemStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Resumes the systems of a grant as if each had got new credentials. */
@ApplicationScoped
public class ResumeGranted implements ResumeSystems {
  private final SystemRepository systems;
  private final ResumeCollecting resume;

  @Inject
  public ResumeGranted(SystemRepository systems, ResumeCollecting resume) {
    this.systems = systems;
    this.resume = resume;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ResumeGranted() {
    this(null, null);
  }

  @Override
  @Transactional
  public int resume(List<SystemId> ids) {
    List<SystemId> stopped =
        ids.stream()
            .filter(id -> systems.find(id).orElseThrow().status() == SystemStatus.ERROR)
            .toList();
    stopped.forEach(resume::resume);
    return stopped.size();
  }
}
