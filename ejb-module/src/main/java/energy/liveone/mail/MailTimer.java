package energy.liveone.mail;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has waiting mails sent, where there is a mail server; decides nothing else. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class MailTimer {
  private static final Logger LOG = Logger.getLogger(MailTimer.class.getName());

  @Inject private MailSettings settings;
  @Inject private DeliverMails deliver;

  private final AtomicBoolean delivering = new AtomicBoolean();

  /** Sends what is due. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void deliver() {
    if (settings.server().isEmpty() || !delivering.compareAndSet(false, true)) {
      return;
    }
    try {
      deliver.deliverDue();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Sending mails failed; it is tried again", e);
    } finally {
      delivering.set(false);
    }
  }
}
