package energy.liveone.sharing;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets invitations and links some time after they expired; until then owners see them. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class SharingTimer {
  private static final Duration SHOWN = Duration.ofDays(30);

  @Inject private ShareStore shares;
  @Inject private Clock clock;

  /** Deletes what expired long ago. */
  @Schedule(hour = "*", minute = "43", persistent = false)
  public void forgetExpired() {
    shares.forgetExpired(clock.instant().minus(SHOWN));
  }
}
