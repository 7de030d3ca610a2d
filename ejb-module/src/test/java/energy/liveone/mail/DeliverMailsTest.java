package energy.liveone.mail;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.account.EmailAddress;
import energy.liveone.account.LeapingClock;
import energy.liveone.credential.CredentialCipher;
import energy.liveone.credential.CredentialKey;
import energy.liveone.mail.MailSettings.Server;
import energy.liveone.mail.Postman.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliverMailsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final String LINK = "http://home.example/reset-password?token=se-cret";
  private static final Mail MAIL =
      new Mail(new EmailAddress("anna@liveone.example"), "A subject", "Follow " + LINK);
  private static final Optional<Server> SERVER =
      Optional.of(new Server("mail.example", 587, "", "", "home@liveone.example", true));

  private final LeapingClock clock = new LeapingClock(NOW);
  private final InMemoryWaitingMails waiting = new InMemoryWaitingMails();
  private final List<Mail> taken = new ArrayList<>();
  private Delivery answer = Delivery.DONE;
  private final Outbox outbox = outbox(SERVER, true, "ab");
  private final DeliverMails deliver = deliver(outbox);
  private final LogLines log = new LogLines();

  private Outbox outbox(Optional<Server> server, boolean logsLinks, String key) {
    return new Outbox(
        new MailSettings(server, logsLinks),
        waiting,
        new CredentialCipher(CredentialKey.ofHex(key.repeat(32)).orElseThrow()),
        clock);
  }

  private DeliverMails deliver(Outbox of) {
    return new DeliverMails(
        waiting,
        of,
        mail -> {
          taken.add(mail);
          return answer;
        },
        clock);
  }

  @BeforeEach
  void listen() {
    Logger.getLogger("energy.liveone.mail").addHandler(log);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("energy.liveone.mail").removeHandler(log);
  }

  @Test
  void aMailIsSentOnce() {
    outbox.sendLink(MAIL, LINK, NOW.plusSeconds(1800));

    deliver.deliverDue();
    deliver.deliverDue();

    assertThat(taken).containsExactly(MAIL);
    assertThat(waiting.all()).isEmpty();
  }

  @Test
  void nothingOfAMailCanBeReadWhileItWaitsNorInTheLog() {
    outbox.sendLink(MAIL, LINK, NOW.plusSeconds(1800));
    answer = Delivery.LATER;
    deliver.deliverDue();

    assertThat(waiting.all().get(0).sealed()).doesNotContain("anna", "se-cret");
    assertThat(log.lines).noneMatch(line -> line.contains("se-cret") || line.contains("anna"));
  }

  @Test
  void aServerThatIsDownIsTriedAgainEverMoreRarely() {
    answer = Delivery.LATER;
    outbox.sendLink(MAIL, LINK, NOW.plusSeconds(1800));

    deliver.deliverDue();
    clock.leap(Duration.ofSeconds(9));
    deliver.deliverDue();
    assertThat(taken).hasSize(1);
    clock.leap(Duration.ofSeconds(1));
    deliver.deliverDue();
    assertThat(taken).hasSize(2);
    clock.leap(Duration.ofSeconds(19));
    deliver.deliverDue();
    assertThat(taken).hasSize(2);
    clock.leap(Duration.ofSeconds(1));
    answer = Delivery.DONE;
    deliver.deliverDue();

    assertThat(taken).hasSize(3);
    assertThat(waiting.all()).isEmpty();
  }

  @Test
  void aMailWhoseLinkIsOverIsNotSent() {
    outbox.sendLink(MAIL, LINK, NOW.plusSeconds(1800));

    clock.leap(Duration.ofMinutes(30));
    deliver.deliverDue();

    assertThat(taken).isEmpty();
    assertThat(waiting.all()).isEmpty();
  }

  @Test
  void aMailThatTheServerNeverTakesIsGivenUp() {
    answer = Delivery.REFUSED;
    outbox.sendLink(MAIL, LINK, NOW.plusSeconds(1800));

    deliver.deliverDue();

    assertThat(waiting.all()).isEmpty();
  }

  @Test
  void aMailSealedWithAnotherKeyIsGivenUp() {
    outbox.sendLink(MAIL, LINK, NOW.plusSeconds(1800));

    deliver(outbox(SERVER, true, "cd")).deliverDue();

    assertThat(taken).isEmpty();
    assertThat(waiting.all()).isEmpty();
  }

  @Test
  void withoutAServerTheOperatorFindsTheLinkInTheLog() {
    outbox(Optional.empty(), true, "ab").sendLink(MAIL, LINK, NOW.plusSeconds(1800));

    assertThat(log.lines).singleElement().asString().contains(LINK, "anna@liveone.example");
    assertThat(waiting.all()).isEmpty();
  }

  @Test
  void theOperatorCanKeepLinksOutOfTheLog() {
    outbox(Optional.empty(), false, "ab").sendLink(MAIL, LINK, NOW.plusSeconds(1800));

    assertThat(log.lines).singleElement().asString().doesNotContain("se-cret");
  }

  private static final class LogLines extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
