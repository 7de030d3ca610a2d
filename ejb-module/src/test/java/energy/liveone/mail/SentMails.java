package energy.liveone.mail;

import energy.liveone.credential.CredentialCipher;
import energy.liveone.credential.CredentialKey;
import energy.liveone.mail.MailSettings.Server;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** An outbox whose mails can be read. */
public final class SentMails {
  private final InMemoryWaitingMails waiting = new InMemoryWaitingMails();
  private final Outbox outbox;

  public SentMails(Clock clock) {
    Server server = new Server("mail.example", 587, "", "", "home@liveone.example", true);
    outbox =
        new Outbox(
            new MailSettings(Optional.of(server), true),
            waiting,
            new CredentialCipher(CredentialKey.ofHex("ab".repeat(32)).orElseThrow()),
            clock);
  }

  public Outbox outbox() {
    return outbox;
  }

  /** All of them, in no order. */
  public List<Mail> all() {
    return waiting.all().stream().map(mail -> outbox.open(mail).orElseThrow()).toList();
  }
}
