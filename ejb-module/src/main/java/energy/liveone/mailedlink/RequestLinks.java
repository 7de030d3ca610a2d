package energy.liveone.mailedlink;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.EmailAddress;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes requests for links. The answer is the same, and takes as long, whatever exists: looking,
 * storing and mailing happen on another thread, some at a time.
 */
@ApplicationScoped
public class RequestLinks {
  private static final Logger LOG = Logger.getLogger(RequestLinks.class.getName());
  private static final int MAX_WAITING = 100;
  private static final Duration BUSY_RETRY = Duration.ofSeconds(10);

  private final Semaphore places = new Semaphore(MAX_WAITING);

  @Inject private MailLinks links;
  @Inject private LinkRequests requests;
  @Inject private SignUpSettings signUp;
  @Resource private ManagedExecutorService executor;

  /**
   * Asks for a link that makes an account. Does nothing while sign-up is closed.
   *
   * @param address the network address of the caller
   * @return how long the caller has to wait; zero when the request was taken
   */
  public Duration signUp(EmailAddress email, Locale locale, String address) {
    return take(email, address, signUp.isOpen(), () -> links.signUp(email, locale));
  }

  /** Asks for a link to choose a new password; the same in all else. */
  public Duration resetPassword(EmailAddress email, Locale locale, String address) {
    return take(email, address, true, () -> links.resetPassword(email, locale));
  }

  /** Asks for a link that gives an account an address, or proves the one it has. */
  public Duration verifyEmail(
      AccountProfile account, EmailAddress email, Locale locale, String address) {
    return take(email, address, true, () -> links.verifyEmail(account, email, locale));
  }

  private Duration take(EmailAddress email, String address, boolean wanted, Runnable work) {
    Duration wait = requests.askFrom(address);
    if (!wait.isZero()) {
      return wait;
    }
    if (!requests.maySendTo(email.value()) || !wanted) {
      return Duration.ZERO;
    }
    if (!places.tryAcquire()) {
      return BUSY_RETRY;
    }
    executor.execute(() -> run(work));
    return Duration.ZERO;
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A link that was asked for could not be mailed", e);
    } finally {
      places.release();
    }
  }
}
