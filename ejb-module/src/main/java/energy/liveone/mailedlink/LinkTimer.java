package energy.liveone.mailedlink;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Forgets links that nobody followed. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class LinkTimer {
  @Inject private LinkStore links;
  @Inject private Clock clock;

  /** Deletes what expired. */
  @Schedule(hour = "*", minute = "37", persistent = false)
  public void forgetExpired() {
    links.forgetExpired(clock.instant());
  }
}
