package energy.liveone.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends by SMTP with Jakarta Mail. Logs say what failed, but not to whom or what. */
@Dependent
class SmtpPostman implements Postman {
  private static final Logger LOG = Logger.getLogger(SmtpPostman.class.getName());
  private static final String TIMEOUT_MS = "15000";
  private static final int TLS_FROM_THE_START = 465;

  private final MailSettings settings;
  private final Clock clock;

  @Inject
  SmtpPostman(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Delivery deliver(Mail mail) {
    return settings.server().map(server -> deliver(mail, server)).orElse(Delivery.LATER);
  }

  private Delivery deliver(Mail mail, MailSettings.Server server) {
    try {
      MimeMessage message = message(mail, server);
      if (server.user().isEmpty()) {
        Transport.send(message);
      } else {
        Transport.send(message, server.user(), server.password());
      }
      return Delivery.DONE;
    } catch (AddressException e) {
      LOG.log(Level.FINE, "Not an address that mail can be sent to", e);
      return Delivery.REFUSED;
    } catch (SendFailedException e) {
      LOG.log(Level.FINE, "The mail server does not take the address", e);
      boolean isForGood = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
      return isForGood ? Delivery.REFUSED : Delivery.LATER;
    } catch (MessagingException e) {
      LOG.warning(
          () -> "The mail server " + server + " did not take a mail: " + e.getClass().getName());
      LOG.log(Level.FINE, "What it said", e);
      return Delivery.LATER;
    }
  }

  private MimeMessage message(Mail mail, MailSettings.Server server) throws MessagingException {
    MimeMessage message = new MimeMessage(Session.getInstance(properties(server)));
    message.setFrom(new InternetAddress(server.from(), true));
    message.setRecipient(RecipientType.TO, new InternetAddress(mail.to().value(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(Date.from(clock.instant()));
    return message;
  }

  private static Properties properties(MailSettings.Server server) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", String.valueOf(server.port()));
    properties.put("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
    properties.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
    properties.put("mail.smtp.timeout", TIMEOUT_MS);
    properties.put("mail.smtp.writetimeout", TIMEOUT_MS);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    if (server.port() == TLS_FROM_THE_START) {
      properties.put("mail.smtp.ssl.enable", "true");
    } else if (server.starttls()) {
      properties.put("mail.smtp.starttls.enable", "true");
      properties.put("mail.smtp.starttls.required", "true");
    }
    return properties;
  }
}
