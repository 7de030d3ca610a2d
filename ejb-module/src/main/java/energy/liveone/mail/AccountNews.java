package energy.liveone.mail;

import energy.liveone.account.EmailAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** Tells the owner of an account what happened to it, in case it was somebody else. */
@Dependent
public class AccountNews {
  private static final Duration NEWS_FOR = Duration.ofHours(24);

  private final Outbox outbox;
  private final PublicAddress address;
  private final Clock clock;

  @Inject
  public AccountNews(Outbox outbox, PublicAddress address, Clock clock) {
    this.outbox = outbox;
    this.address = address;
    this.clock = clock;
  }

  /** Sends news of this kind, with the way to the sign-in page. Joins the caller's transaction. */
  public void tell(MailKind kind, EmailAddress owner, Locale locale) {
    send(MailTexts.of(kind, locale, owner, address.of("sign-in")));
  }

  /** Tells at the old address which the new one is. */
  public void tellOfNewAddress(EmailAddress before, EmailAddress now, Locale locale) {
    send(MailTexts.of(MailKind.EMAIL_CHANGED, locale, before, now.value()));
  }

  private void send(Mail mail) {
    outbox.send(mail, clock.instant().plus(NEWS_FOR));
  }
}
