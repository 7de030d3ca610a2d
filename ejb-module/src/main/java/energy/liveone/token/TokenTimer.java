package energy.liveone.token;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets tokens some time after they expired; until then their owners see why they fail. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class TokenTimer {
  private static final Duration SHOWN = Duration.ofDays(30);

  @Inject private TokenRepository tokens;
  @Inject private Clock clock;

  /** Deletes what expired long ago. */
  @Schedule(hour = "*", minute = "41", persistent = false)
  public void forgetExpired() {
    tokens.forgetExpired(clock.instant().minus(SHOWN));
  }
}
