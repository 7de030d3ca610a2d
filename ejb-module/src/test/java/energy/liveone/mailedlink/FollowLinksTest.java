package energy.liveone.mailedlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.account.InMemoryAccounts;
import energy.liveone.account.LeapingClock;
import energy.liveone.audit.AuditInMemory;
import energy.liveone.mail.AccountNews;
import energy.liveone.mail.Mail;
import energy.liveone.mail.PublicAddress;
import energy.liveone.mail.SentMails;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FollowLinksTest {
  private static final Pattern TOKEN =
      Pattern.compile("https://home\\.example/\\S+\\?token=(\\S+)");
  private static final EmailAddress ANNA = new EmailAddress("anna@liveone.example");
  private static final EmailAddress NEW = new EmailAddress("anna@elsewhere.example");
  private static final String OLD_PASSWORD = "a long password";
  private static final String NEW_PASSWORD = "another password";

  private final LeapingClock clock = new LeapingClock(Instant.parse("2026-11-23T00:00:00Z"));
  private final InMemoryLinkStore store = new InMemoryLinkStore();
  private final SentMails mails = new SentMails(clock);
  private final AuditInMemory audit = new AuditInMemory(clock);
  private final AccountService accounts =
      new AccountService(new InMemoryAccounts(), audit.log(), clock);
  private final PublicAddress address = new PublicAddress("https://home.example/");
  private final MailLinks request = new MailLinks(accounts, store, mails.outbox(), address, clock);
  private final FollowLinks follow = follow(true);

  private FollowLinks follow(boolean open) {
    return new FollowLinks(
        store,
        accounts,
        new AccountNews(mails.outbox(), address, clock),
        new SignUpSettings(open),
        audit.log(),
        clock);
  }

  @Test
  void whoReadsTheMailMakesTheAccountWithAVerifiedAddress() {
    request.signUp(ANNA, Locale.ENGLISH);
    LinkToken token = mailed();
    assertThat(follow.look(token, LinkPurpose.SIGN_UP)).contains(ANNA);

    assertThat(follow.signUp(token, "Anna", NEW_PASSWORD)).isEqualTo(LinkOutcome.DONE);

    AccountProfile made = accounts.check(ANNA.value(), NEW_PASSWORD).orElseThrow();
    assertThat(made.emailVerified()).isTrue();
    assertThat(made.role()).isEqualTo(AccountRole.USER);
    assertThat(follow.signUp(token, "Anna", NEW_PASSWORD)).isEqualTo(LinkOutcome.UNUSABLE);
  }

  @Test
  void aLinkOfBeforeSignUpWasClosedMakesNoAccount() {
    request.signUp(ANNA, Locale.ENGLISH);
    LinkToken token = mailed();

    assertThat(follow(false).signUp(token, "Anna", NEW_PASSWORD)).isEqualTo(LinkOutcome.UNUSABLE);
  }

  @Test
  void whoHasAnAccountIsToldSoAndGetsNoLink() {
    anna();

    request.signUp(ANNA, Locale.ENGLISH);

    assertThat(mails.all()).singleElement().extracting(Mail::text).asString().contains("has one");
    assertThat(store.toString()).isEqualTo("{}");
  }

  @Test
  void ofTwoSignUpsTheSecondFindsTheAddressTaken() {
    request.signUp(ANNA, Locale.ENGLISH);
    LinkToken first = mailed();
    accounts.add(ANNA, "Anna", AccountRole.USER, OLD_PASSWORD);

    assertThat(follow.signUp(first, "Mallory", NEW_PASSWORD)).isEqualTo(LinkOutcome.EMAIL_TAKEN);
    assertThat(accounts.check(ANNA.value(), OLD_PASSWORD)).isPresent();
  }

  @Test
  void aForgottenPasswordIsReplacedOnceAndEverySessionIsOver() {
    AccountProfile before = anna();
    request.resetPassword(ANNA, Locale.ENGLISH);
    LinkToken token = mailed();

    assertThat(follow.resetPassword(token, NEW_PASSWORD, Locale.ENGLISH))
        .isEqualTo(LinkOutcome.DONE);

    AccountProfile after = accounts.check(ANNA.value(), NEW_PASSWORD).orElseThrow();
    assertThat(after.sessionGeneration()).isGreaterThan(before.sessionGeneration());
    assertThat(follow.resetPassword(token, OLD_PASSWORD, Locale.ENGLISH))
        .isEqualTo(LinkOutcome.UNUSABLE);
  }

  @Test
  void aStrangerGetsNoMail() {
    request.resetPassword(ANNA, Locale.ENGLISH);

    assertThat(mails.all()).isEmpty();
    assertThat(store.toString()).isEqualTo("{}");
  }

  @Test
  void linksAreForTheirPurposeOnly() {
    anna();
    request.resetPassword(ANNA, Locale.ENGLISH);
    LinkToken token = mailed();

    assertThat(follow.look(token, LinkPurpose.VERIFY_EMAIL)).isEmpty();
    assertThat(follow.verifyEmail(token, Locale.ENGLISH)).isEqualTo(LinkOutcome.UNUSABLE);
    assertThat(follow.signUp(token, "Anna", NEW_PASSWORD)).isEqualTo(LinkOutcome.UNUSABLE);
  }

  @Test
  void linksEnd() {
    anna();
    request.resetPassword(ANNA, Locale.ENGLISH);
    LinkToken token = mailed();

    clock.leap(Duration.ofMinutes(30));

    assertThat(follow.look(token, LinkPurpose.RESET_PASSWORD)).isEmpty();
    assertThat(follow.resetPassword(token, NEW_PASSWORD, Locale.ENGLISH))
        .isEqualTo(LinkOutcome.UNUSABLE);
  }

  @Test
  void aTooShortPasswordIsRefused() {
    anna();
    request.resetPassword(ANNA, Locale.ENGLISH);
    LinkToken token = mailed();

    assertThatThrownBy(() -> follow.resetPassword(token, "short", Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNewPasswordVoidsAllLinks() {
    AccountProfile anna = anna();
    request.verifyEmail(anna, NEW, Locale.ENGLISH);
    LinkToken token = mailed();

    accounts.changePassword(anna.id(), NEW_PASSWORD);

    assertThat(follow.verifyEmail(token, Locale.ENGLISH)).isEqualTo(LinkOutcome.UNUSABLE);
    assertThat(accounts.find(anna.id()).orElseThrow().email()).isEqualTo(ANNA);
  }

  @Test
  void anAddressCountsOnceItsMailWasAnsweredAndTheOldOneIsTold() {
    AccountProfile anna = anna();
    request.verifyEmail(anna, NEW, Locale.ENGLISH);
    LinkToken token = mailed();
    assertThat(accounts.find(anna.id()).orElseThrow().email()).isEqualTo(ANNA);

    assertThat(follow.verifyEmail(token, Locale.ENGLISH)).isEqualTo(LinkOutcome.DONE);

    AccountProfile after = accounts.find(anna.id()).orElseThrow();
    assertThat(after.email()).isEqualTo(NEW);
    assertThat(after.emailVerified()).isTrue();
    assertThat(mails.all()).extracting(Mail::to).contains(ANNA);
  }

  @Test
  void aResetMailedToAnAddressThatWasLeftIsWorthNothing() {
    AccountProfile anna = anna();
    request.resetPassword(ANNA, Locale.ENGLISH);
    LinkToken token = mailed();

    accounts.verify(anna.id(), NEW);

    assertThat(follow.resetPassword(token, NEW_PASSWORD, Locale.ENGLISH))
        .isEqualTo(LinkOutcome.UNUSABLE);
  }

  @Test
  void tokensAreNotStoredAsTheyAre() {
    anna();
    request.resetPassword(ANNA, Locale.ENGLISH);

    assertThat(store.toString()).doesNotContain(mailed().value());
    assertThat(mailed().toString()).doesNotContain(mailed().value());
  }

  private AccountProfile anna() {
    return accounts.add(ANNA, "Anna", AccountRole.USER, OLD_PASSWORD);
  }

  private LinkToken mailed() {
    Matcher link = TOKEN.matcher(mails.all().get(0).text());
    assertThat(link.find()).isTrue();
    return new LinkToken(link.group(1));
  }
}
