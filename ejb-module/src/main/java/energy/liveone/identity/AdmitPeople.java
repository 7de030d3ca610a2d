package energy.liveone.identity;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.account.EmailTaken;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.identity.Admission.Admitted;
import energy.liveone.identity.Admission.Reason;
import energy.liveone.identity.Admission.TurnedAway;
import energy.liveone.mail.AccountNews;
import energy.liveone.mail.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the account that a provider's word opens. A person is known by issuer and subject alone.
 * Who is not known yet is found by e-mail address, once, and only where both sides have verified
 * it: the provider, lest somebody claims an address of somebody else; and this installation, lest
 * somebody waits with a prepared account for the owner of an address to come along. All others sign
 * in with their password and link on the page of their account.
 */
@ApplicationScoped
public class AdmitPeople {
  private final Identities identities;
  private final AccountService accounts;
  private final AccountNews news;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  AdmitPeople(
      Identities identities,
      AccountService accounts,
      AccountNews news,
      AuditLog audit,
      Clock clock) {
    this.identities = identities;
    this.accounts = accounts;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected AdmitPeople() {
    this(null, null, null, null, null);
  }

  /** The account of somebody who signs in; links or makes it where that is safe and allowed. */
  @Transactional(dontRollbackOn = EmailTaken.class)
  public Admission admit(ProvenPerson person, AdmissionPolicy policy, Locale locale) {
    Admission admission = place(person, policy, locale);
    identities
        .find(person.identity())
        .filter(linked -> admission instanceof Admitted)
        .ifPresent(linked -> identities.noteUse(linked.id(), clock.instant()));
    return admission;
  }

  /** The same for somebody who does not sign in now. */
  @Transactional(dontRollbackOn = EmailTaken.class)
  public Admission place(ProvenPerson person, AdmissionPolicy policy, Locale locale) {
    if (!policy.concerns(person)) {
      return new TurnedAway(Reason.NOT_CONCERNED);
    }
    Optional<AccountProfile> known =
        identities.find(person.identity()).flatMap(linked -> accounts.find(linked.account()));
    if (known.isPresent()) {
      return opened(known.get());
    }
    if (person.verifiedEmail().isEmpty()) {
      return new TurnedAway(Reason.EMAIL_NOT_VERIFIED);
    }
    EmailAddress email = person.verifiedEmail().get();
    Optional<AccountProfile> owner = accounts.findByEmail(email);
    return owner.isPresent()
        ? byEmail(owner.get(), email, person, locale)
        : stranger(email, person, policy);
  }

  private static Admission opened(AccountProfile account) {
    return account.disabled() ? new TurnedAway(Reason.DISABLED) : new Admitted(account);
  }

  private Admission byEmail(
      AccountProfile owner, EmailAddress email, ProvenPerson person, Locale locale) {
    // The database takes letters for equal that mail servers do not.
    if (!owner.emailVerified() || !owner.email().equals(email)) {
      return new TurnedAway(Reason.ACCOUNT_NOT_VERIFIED);
    }
    Admission opened = opened(owner);
    if (opened instanceof Admitted) {
      store(owner, person, locale);
    }
    return opened;
  }

  private Admission stranger(EmailAddress email, ProvenPerson person, AdmissionPolicy policy) {
    if (!policy.newAccounts()) {
      return new TurnedAway(Reason.NO_ACCOUNT);
    }
    AccountProfile made = accounts.addWithoutPassword(email, person.displayName(email));
    identities.add(made.id(), person, clock.instant());
    audit.record(
        AuditAct.ACCOUNT_CREATED,
        AuditSubject.account(made.id().value()),
        Map.of(),
        Map.of("email", email.value(), "issuer", person.identity().issuer()));
    return new Admitted(made);
  }

  /** Links an identity with an account whose owner asked for it and has just proven to be that. */
  @Transactional
  public Admission link(
      AccountProfile account, ProvenPerson person, AdmissionPolicy policy, Locale locale) {
    if (!policy.concerns(person)) {
      return new TurnedAway(Reason.NOT_CONCERNED);
    }
    Optional<LinkedIdentity> linked = identities.find(person.identity());
    if (linked.isPresent()) {
      return linked.get().account().equals(account.id())
          ? opened(account)
          : new TurnedAway(Reason.LINKED_ELSEWHERE);
    }
    Admission opened = opened(account);
    if (opened instanceof Admitted) {
      store(account, person, locale);
    }
    return opened;
  }

  private void store(AccountProfile account, ProvenPerson person, Locale locale) {
    identities.add(account.id(), person, clock.instant());
    news.tell(MailKind.IDENTITY_LINKED, account.email(), locale);
    audit.record(
        AuditAct.IDENTITY_LINKED,
        AuditSubject.account(account.id().value()),
        Map.of(),
        Map.of("issuer", person.identity().issuer(), "subject", person.identity().subject()));
  }
}
