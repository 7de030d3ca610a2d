package energy.liveone.clerk;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;

/** Refuses the start with a secret that is none, and forgets messages of long ago. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class ClerkTimer {
  private static final Logger LOG = Logger.getLogger(ClerkTimer.class.getName());

  /** Senders try for about a day. */
  private static final Duration KEPT_FOR = Duration.ofDays(7);

  @Inject private ClerkSettings settings;
  @Inject private ClerkBooks books;
  @Inject private Clock clock;

  /** Reads the configuration. */
  @PostConstruct
  void look() {
    if (settings.signature().isPresent() && settings.issuer().equals(ClerkSettings.OWN_ISSUER)) {
      LOG.warning(
          "Clerk tells of its users, but is no OpenID Connect provider here: they cannot sign in");
    }
  }

  /** Deletes what is too old to come again. */
  @Schedule(hour = "*", minute = "41", persistent = false)
  public void forget() {
    books.forgetMessages(clock.instant().minus(KEPT_FOR));
  }
}
