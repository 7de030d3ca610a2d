package energy.liveone.account;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server of this test, on a port of its own, that keeps what it gets. */
final class MailServer implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("\\?token=([A-Za-z0-9_-]{43,})");
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private GreenMail greenMail;

  private MailServer(int port) {
    greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
  }

  static MailServer start() {
    return new MailServer(0);
  }

  /** How the product is told of it. */
  Map<String, String> configuration() {
    return Map.of(
        "LIVEONE_MAIL_HOST",
        "127.0.0.1",
        "LIVEONE_MAIL_PORT",
        String.valueOf(greenMail.getSmtp().getPort()),
        "LIVEONE_MAIL_FROM",
        "liveone@liveone.example",
        "LIVEONE_MAIL_STARTTLS",
        "false",
        "LIVEONE_PUBLIC_URL",
        "https://home.example");
  }

  /** Stops it while something goes on; it comes back on the same port. */
  void whileDown(Runnable work) {
    int port = greenMail.getSmtp().getPort();
    greenMail.stop();
    try {
      work.run();
    } finally {
      greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      greenMail.start();
    }
  }

  /** The text of the newest mail to somebody with this in its subject; waits for it. */
  String textOf(String to, String subject) {
    await().atMost(LIMIT).until(() -> !mails(to, subject).isEmpty());
    List<String> all = mails(to, subject);
    return all.get(all.size() - 1);
  }

  /** The secret of the link in that mail. */
  String tokenOf(String to, String subject) {
    String text = textOf(to, subject);
    Matcher link = TOKEN.matcher(text);
    if (!link.find() || !text.contains("https://home.example/")) {
      throw new IllegalStateException("No link in " + text);
    }
    return link.group(1);
  }

  int countOf(String to) {
    return mails(to, "").size();
  }

  private List<String> mails(String to, String subject) {
    return Arrays.stream(greenMail.getReceivedMessages())
        .filter(mail -> is(mail, to, subject))
        .map(MailServer::text)
        .toList();
  }

  private static boolean is(MimeMessage mail, String to, String subject) {
    try {
      return mail.getRecipients(RecipientType.TO)[0].toString().equals(to)
          && mail.getSubject().contains(subject);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) {
    try {
      return mail.getContent().toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(GreenMailUtil.getBody(mail), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    greenMail.stop();
  }
}
