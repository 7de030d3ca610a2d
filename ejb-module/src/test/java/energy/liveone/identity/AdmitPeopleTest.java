package energy.liveone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.account.InMemoryAccounts;
import energy.liveone.account.LeapingClock;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditInMemory;
import energy.liveone.identity.Admission.Admitted;
import energy.liveone.identity.Admission.Reason;
import energy.liveone.identity.Admission.TurnedAway;
import energy.liveone.identity.OwnIdentities.Unlinking;
import energy.liveone.mail.AccountNews;
import energy.liveone.mail.PublicAddress;
import energy.liveone.mail.SentMails;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmitPeopleTest {
  private static final EmailAddress ANNA = new EmailAddress("anna@liveone.example");
  private static final EmailAddress MOVED = new EmailAddress("anna@elsewhere.example");
  private static final AdmissionPolicy OPEN = new AdmissionPolicy(true, Set.of());
  private static final AdmissionPolicy CLOSED = new AdmissionPolicy(false, Set.of());
  private static final String PASSWORD = "a long password";

  private final LeapingClock clock = new LeapingClock(Instant.parse("2026-11-23T00:00:00Z"));
  private final AuditInMemory audit = new AuditInMemory(clock);
  private final AccountService accounts =
      new AccountService(new InMemoryAccounts(), audit.log(), clock);
  private final InMemoryIdentities identities = new InMemoryIdentities();
  private final SentMails mails = new SentMails(clock);
  private final AccountNews news =
      new AccountNews(mails.outbox(), new PublicAddress("https://home.example"), clock);
  private final AdmitPeople people =
      new AdmitPeople(identities, accounts, news, audit.log(), clock);
  private final OwnIdentities own = new OwnIdentities(identities, accounts, news, audit.log());
  private final FollowPeople follow = new FollowPeople(identities, accounts, audit.log());
  private final DepartPeople depart = new DepartPeople(identities, accounts, audit.log());

  @Test
  void aStrangerGetsAnAccountWhereThatIsAllowed() {
    assertThat(reason(admit(person("anna", ANNA), CLOSED))).isEqualTo(Reason.NO_ACCOUNT);

    AccountProfile made = account(admit(person("anna", ANNA), OPEN));

    assertThat(made.role()).isEqualTo(AccountRole.USER);
    assertThat(made.emailVerified()).isTrue();
    assertThat(accounts.check(ANNA.value(), "")).isEmpty();
    assertThat(account(admit(person("anna", MOVED), CLOSED)).id()).isEqualTo(made.id());
    assertThat(audit.acts()).containsExactly(AuditAct.ACCOUNT_CREATED);
  }

  @Test
  void aStrangerWithoutVerifiedAddressGetsNone() {
    assertThat(reason(admit(person("anna", null), OPEN))).isEqualTo(Reason.EMAIL_NOT_VERIFIED);
    assertThat(accounts.all()).isEmpty();
  }

  @Test
  void anAccountIsFoundByAnAddressThatBothSidesVerified() {
    AccountProfile anna = verified();

    assertThat(account(admit(person("anna", ANNA), CLOSED)).id()).isEqualTo(anna.id());

    assertThat(mails.all()).hasSize(1);
    assertThat(audit.acts()).endsWith(AuditAct.IDENTITY_LINKED);
    assertThat(account(admit(person("anna", null), CLOSED)).id()).isEqualTo(anna.id());
  }

  /** Whoever prepared the account must neither be let in by its owner nor share theirs. */
  @Test
  void anAccountWhoseAddressNobodyProvedIsNotOpened() {
    AccountProfile prepared = accounts.add(ANNA, "Mallory", AccountRole.USER, PASSWORD);

    Admission admission = admit(person("anna", ANNA), OPEN);

    assertThat(reason(admission)).isEqualTo(Reason.ACCOUNT_NOT_VERIFIED);
    assertThat(identities.of(prepared.id())).isEmpty();
    assertThat(accounts.all()).hasSize(1);
  }

  @Test
  void anAddressThatTheProviderDidNotVerifyOpensNothing() {
    verified();

    assertThat(reason(admit(person("mallory", null), OPEN))).isEqualTo(Reason.EMAIL_NOT_VERIFIED);
  }

  @Test
  void subjectsThatDifferInCaseAndIssuersThatDifferAreOthers() {
    account(admit(person("anna", ANNA), OPEN));

    assertThat(reason(admit(person("Anna", null), OPEN))).isEqualTo(Reason.EMAIL_NOT_VERIFIED);
    ProvenPerson elsewhere =
        new ProvenPerson(new Identity("https://other.example", "anna"), null, "");
    assertThat(reason(admit(elsewhere, OPEN))).isEqualTo(Reason.EMAIL_NOT_VERIFIED);
  }

  @Test
  void aDisabledAccountIsNotOpened() {
    AccountProfile anna = account(admit(person("anna", ANNA), OPEN));
    accounts.disable(anna.id());

    assertThat(reason(admit(person("anna", ANNA), OPEN))).isEqualTo(Reason.DISABLED);
    assertThat(reason(admit(person("another", ANNA), OPEN))).isEqualTo(Reason.DISABLED);
    assertThat(identities.of(anna.id())).hasSize(1);
  }

  @Test
  void onlyPeopleOfTheConfiguredDomainsAreLetIn() {
    AdmissionPolicy ours = new AdmissionPolicy(true, Set.of("liveone.example"));

    assertThat(reason(admit(person("a", MOVED), ours))).isEqualTo(Reason.NOT_CONCERNED);
    assertThat(reason(admit(person("b", null), ours))).isEqualTo(Reason.NOT_CONCERNED);
    EmailAddress below = new EmailAddress("x@sub.liveone.example");
    assertThat(reason(admit(person("c", below), ours))).isEqualTo(Reason.NOT_CONCERNED);
    assertThat(admit(person("d", ANNA), ours)).isInstanceOf(Admitted.class);
  }

  @Test
  void anOwnerLinksAnIdentityOfAnyAddressUnlessItIsAnothers() {
    AccountProfile anna = accounts.add(ANNA, "Anna", AccountRole.USER, PASSWORD);
    account(admit(person("ben", new EmailAddress("ben@liveone.example")), OPEN));

    assertThat(people.link(anna, person("anna", MOVED), CLOSED, Locale.ENGLISH))
        .isInstanceOf(Admitted.class);
    assertThat(reason(people.link(anna, person("ben", null), CLOSED, Locale.ENGLISH)))
        .isEqualTo(Reason.LINKED_ELSEWHERE);

    assertThat(account(admit(person("anna", MOVED), CLOSED)).id()).isEqualTo(anna.id());
  }

  @Test
  void theLastWayInStays() {
    AccountProfile anna = account(admit(person("anna", ANNA), OPEN));
    int link = identities.of(anna.id()).get(0).id();

    assertThat(own.unlink(anna, link, Locale.ENGLISH)).isEqualTo(Unlinking.LAST_WAY_IN);
    accounts.changePassword(anna.id(), PASSWORD);
    assertThat(own.unlink(anna, link + 1, Locale.ENGLISH)).isEqualTo(Unlinking.UNKNOWN);
    assertThat(own.unlink(anna, link, Locale.ENGLISH)).isEqualTo(Unlinking.DONE);

    assertThat(identities.of(anna.id())).isEmpty();
  }

  @Test
  void nobodyUnlinksTheIdentityOfAnother() {
    AccountProfile anna = account(admit(person("anna", ANNA), OPEN));
    AccountProfile ben = accounts.add(MOVED, "Ben", AccountRole.USER, PASSWORD);

    assertThat(own.unlink(ben, identities.of(anna.id()).get(0).id(), Locale.ENGLISH))
        .isEqualTo(Unlinking.UNKNOWN);
  }

  @Test
  void nameAndAddressFollowAsLongAsTheAccountHasNoPassword() {
    AccountProfile anna = account(admit(person("anna", ANNA), OPEN));
    ProvenPerson moved = new ProvenPerson(person("anna", null).identity(), MOVED, "Anna Moved");

    follow.follow(moved);
    assertThat(accounts.find(anna.id()).orElseThrow().email()).isEqualTo(MOVED);
    assertThat(accounts.find(anna.id()).orElseThrow().displayName()).isEqualTo("Anna Moved");
    accounts.changePassword(anna.id(), PASSWORD);
    follow.follow(person("anna", ANNA));

    assertThat(accounts.find(anna.id()).orElseThrow().email()).isEqualTo(MOVED);
  }

  @Test
  void anAddressOfAnotherAccountIsNotFollowed() {
    AccountProfile anna = account(admit(person("anna", ANNA), OPEN));
    accounts.add(MOVED, "Ben", AccountRole.USER, PASSWORD);

    follow.follow(person("anna", MOVED));

    assertThat(accounts.find(anna.id()).orElseThrow().email()).isEqualTo(ANNA);
  }

  @Test
  void whoIsGoneAtTheOnlyProviderIsSignedOutAndDisabledButNotDeleted() {
    AccountProfile anna = account(admit(person("anna", ANNA), OPEN));

    assertThat(depart.depart(person("anna", null).identity())).isTrue();

    AccountProfile after = accounts.find(anna.id()).orElseThrow();
    assertThat(after.disabled()).isTrue();
    assertThat(after.sessionGeneration()).isGreaterThan(anna.sessionGeneration());
    assertThat(depart.depart(person("anna", null).identity())).isFalse();
  }

  @Test
  void whoIsGoneThereButHasAPasswordHereIsOnlySignedOut() {
    AccountProfile anna = verified();
    account(admit(person("anna", ANNA), CLOSED));

    depart.depart(person("anna", null).identity());

    AccountProfile after = accounts.find(anna.id()).orElseThrow();
    assertThat(after.disabled()).isFalse();
    assertThat(after.sessionGeneration()).isGreaterThan(anna.sessionGeneration());
    assertThat(identities.of(anna.id())).isEmpty();
  }

  private AccountProfile verified() {
    AccountProfile anna = accounts.add(ANNA, "Anna", AccountRole.USER, PASSWORD);
    return accounts.verify(anna.id(), ANNA).orElseThrow();
  }

  private Admission admit(ProvenPerson person, AdmissionPolicy policy) {
    return people.admit(person, policy, Locale.ENGLISH);
  }

  private static ProvenPerson person(String subject, @Nullable EmailAddress verified) {
    return new ProvenPerson(new Identity("https://id.example", subject), verified, "Anna");
  }

  private static AccountProfile account(Admission admission) {
    return ((Admitted) admission).account();
  }

  private static Reason reason(Admission admission) {
    return ((TurnedAway) admission).reason();
  }
}
