package energy.liveone.mail;

import energy.liveone.mail.WaitingMails.Waiting;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** Sends what waits. What a server does not take now is tried again, ever more rarely. */
@Dependent
class DeliverMails {
  private static final Logger LOG = Logger.getLogger(DeliverMails.class.getName());
  private static final int AT_ONCE = 10;
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final int MAX_DOUBLINGS = 6;

  private final WaitingMails waiting;
  private final Outbox outbox;
  private final Postman postman;
  private final Clock clock;

  @Inject
  DeliverMails(WaitingMails waiting, Outbox outbox, Postman postman, Clock clock) {
    this.waiting = waiting;
    this.outbox = outbox;
    this.postman = postman;
    this.clock = clock;
  }

  /** Sends what is due now, some at a time. */
  void deliverDue() {
    List<Waiting> claimed = waiting.claim(clock.instant(), LEASE, AT_ONCE);
    claimed.forEach(this::deliver);
  }

  private void deliver(Waiting stored) {
    Instant now = clock.instant();
    Optional<Mail> mail = outbox.open(stored);
    if (mail.isEmpty() || !now.isBefore(stored.expiresAt())) {
      LOG.warning(() -> "Mail %s is of no use any more and was not sent".formatted(stored.id()));
      waiting.remove(stored.id());
      return;
    }
    switch (postman.deliver(mail.get())) {
      case DONE -> waiting.remove(stored.id());
      case LATER -> waiting.retry(stored.id(), now.plus(wait(stored.attempts())));
      case REFUSED -> {
        LOG.warning(() -> "The mail server refuses mail %s for good".formatted(stored.id()));
        waiting.remove(stored.id());
      }
    }
  }

  private static Duration wait(int attemptsBefore) {
    return FIRST_WAIT.multipliedBy(1L << Math.min(attemptsBefore, MAX_DOUBLINGS));
  }
}
