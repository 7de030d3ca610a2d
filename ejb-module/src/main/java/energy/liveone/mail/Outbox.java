package energy.liveone.mail;

import energy.liveone.account.EmailAddress;
import energy.liveone.credential.CredentialCipher;
import energy.liveone.credential.Unsealing.Opened;
import energy.liveone.vendor.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Where mails are handed in. A mail is stored, sealed, in the caller's transaction, so what was
 * rolled back sends none; a timer sends it within seconds. Without a mail server a link goes to the
 * log, so that the operator can pass it on; see {@code docs/security.md} for why, and for how to
 * turn that off.
 */
@ApplicationScoped
public class Outbox {
  private static final Logger LOG = Logger.getLogger(Outbox.class.getName());
  private static final String TO = "to";
  private static final String SUBJECT = "subject";
  private static final String TEXT = "text";

  private final MailSettings settings;
  private final WaitingMails waiting;
  private final CredentialCipher cipher;
  private final Clock clock;

  @Inject
  Outbox(MailSettings settings, WaitingMails waiting, CredentialCipher cipher, Clock clock) {
    this.settings = settings;
    this.waiting = waiting;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected Outbox() {
    this(null, null, null, null);
  }

  /** Sends a mail that says something; nobody misses it where there is no mail server. */
  @Transactional
  public void send(Mail mail, Instant expiresAt) {
    if (settings.server().isPresent()) {
      store(mail, expiresAt);
    }
  }

  /**
   * Sends a mail with a link. Call it when the link is good, that is after the transaction that
   * made it.
   *
   * @param link a part of the text
   */
  @Transactional
  public void sendLink(Mail mail, String link, Instant expiresAt) {
    if (settings.server().isPresent()) {
      store(mail, expiresAt);
    } else if (settings.logsLinks()) {
      LOG.info(
          () ->
              "No mail server is set (liveone.mail.host). Pass this on to %s, it works once and until %s: %s"
                  .formatted(mail.to(), expiresAt, link));
    } else {
      LOG.info("No mail server is set (liveone.mail.host). A mail with a link was not sent");
    }
  }

  private void store(Mail mail, Instant expiresAt) {
    String id = UUID.randomUUID().toString();
    Credentials sealable =
        new Credentials(Map.of(TO, mail.to().value(), SUBJECT, mail.subject(), TEXT, mail.text()));
    waiting.add(id, cipher.seal(holder(id), sealable), clock.instant(), expiresAt);
  }

  /** Takes back all mails to an address that wait; they are few, and sealed, so all are opened. */
  @Transactional
  public void forget(EmailAddress to) {
    waiting.all().stream()
        .filter(stored -> open(stored).filter(mail -> mail.to().equals(to)).isPresent())
        .forEach(stored -> waiting.remove(stored.id()));
  }

  /** The mail; empty when it does not open with the present key. */
  Optional<Mail> open(WaitingMails.Waiting stored) {
    if (cipher.open(holder(stored.id()), stored.sealed()) instanceof Opened opened) {
      Map<String, String> parts = opened.credentials().values();
      return Optional.of(
          new Mail(
              new EmailAddress(parts.getOrDefault(TO, "")),
              parts.getOrDefault(SUBJECT, ""),
              parts.getOrDefault(TEXT, "")));
    }
    return Optional.empty();
  }

  private static String holder(String id) {
    return "mail:" + id;
  }
}
