package energy.liveone.mailedlink;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.mail.MailKind;
import energy.liveone.mail.MailTexts;
import energy.liveone.mail.Outbox;
import energy.liveone.mail.PublicAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes links and mails them. Slow in ways that tell what exists, so nobody waits for it. */
@Dependent
class MailLinks {
  private static final Duration NEWS_FOR = Duration.ofHours(24);

  private final AccountService accounts;
  private final LinkStore links;
  private final Outbox outbox;
  private final PublicAddress address;
  private final Clock clock;

  @Inject
  MailLinks(
      AccountService accounts, LinkStore links, Outbox outbox, PublicAddress address, Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.outbox = outbox;
    this.address = address;
    this.clock = clock;
  }

  /** A link that makes an account; who has one is told so. */
  void signUp(EmailAddress email, Locale locale) {
    if (accounts.findByEmail(email).isPresent()) {
      outbox.send(
          MailTexts.of(MailKind.SIGN_UP_AGAIN, locale, email, address.of("sign-in")),
          clock.instant().plus(NEWS_FOR));
    } else {
      mail(LinkPurpose.SIGN_UP, MailKind.SIGN_UP, null, email, locale);
    }
  }

  /** A link to choose a new password, for the owner of this address; nothing for others. */
  void resetPassword(EmailAddress email, Locale locale) {
    Optional<AccountProfile> account = accounts.findByEmail(email);
    account.ifPresent(
        known -> mail(LinkPurpose.RESET_PASSWORD, MailKind.RESET_PASSWORD, known, email, locale));
  }

  /** A link that proves an address to be the account's owner's. */
  void verifyEmail(AccountProfile account, EmailAddress email, Locale locale) {
    mail(LinkPurpose.VERIFY_EMAIL, MailKind.VERIFY_EMAIL, account, email, locale);
  }

  private void mail(
      LinkPurpose purpose,
      MailKind kind,
      @Nullable AccountProfile account,
      EmailAddress email,
      Locale locale) {
    LinkToken token = LinkToken.generate();
    Instant expiresAt = clock.instant().plus(purpose.lifetime());
    links.add(
        token.sha256(),
        new MailedLink(
            purpose,
            account == null ? null : account.id(),
            account == null ? 0 : account.sessionGeneration(),
            email,
            expiresAt));
    String link = address.of(purpose.page() + "?token=" + token.value());
    outbox.sendLink(MailTexts.of(kind, locale, email, link), link, expiresAt);
  }
}
