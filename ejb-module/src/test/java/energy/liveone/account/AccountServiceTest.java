package energy.liveone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.audit.AuditInMemory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AccountServiceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final EmailAddress ANNA = new EmailAddress("Anna@LiveOne.example");
  private static final EmailAddress BEN = new EmailAddress("ben@liveone.example");

  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final AccountService service =
      new AccountService(accounts, new AuditInMemory(CLOCK).log(), CLOCK);

  @Test
  void thePasswordIsTheOwnersHoweverTheAddressIsTyped() {
    AccountProfile anna = anna();

    assertThat(service.check(" ANNA@liveone.EXAMPLE ", "a long password")).contains(anna);
  }

  @Test
  void wrongPasswordAndUnknownAddressLookTheSame() {
    anna();

    assertThat(service.check("anna@liveone.example", "wrong")).isEmpty();
    assertThat(service.check("nobody@liveone.example", "wrong")).isEmpty();
    assertThat(service.check("nobody@liveone.example", "decoy")).isEmpty();
    assertThat(service.check("not an address", "wrong")).isEmpty();
  }

  @Test
  void anAddressIsUsedOnce() {
    anna();

    assertThatThrownBy(this::anna).isInstanceOf(EmailTaken.class);
  }

  @Test
  void anExistingAdminKeepsTheirPassword() {
    assertThat(service.ensureAdmin(ANNA, "first")).isTrue();

    assertThat(service.ensureAdmin(ANNA, "second")).isFalse();

    assertThat(service.check(ANNA.value(), "first")).isPresent();
  }

  @Test
  void shortPasswordsAreRefused() {
    assertThatThrownBy(() -> service.add(ANNA, "Anna", AccountRole.USER, "short"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNewPasswordEndsWhatSignedInWithTheOld() {
    AccountProfile before = anna();

    AccountProfile after = service.changePassword(before.id(), "another password").orElseThrow();

    assertThat(after.sessionGeneration()).isGreaterThan(before.sessionGeneration());
    assertThat(service.check(ANNA.value(), "a long password")).isEmpty();
    assertThat(service.check(ANNA.value(), "another password")).contains(after);
  }

  @Test
  void aCheaperHashIsReplacedWithoutEndingSessions() {
    String cheap = PasswordHashing.hash("a long password", 1000);
    Account account = accounts.add(new Account(ANNA, "Anna", AccountRole.USER, cheap, NOW));
    AccountProfile before = account.profile();

    service.strengthen(before.id(), "a long password");

    assertThat(account.passwordHash().orElseThrow())
        .startsWith("pbkdf2-sha256$" + PasswordHashing.ITERATIONS + "$");
    assertThat(service.check(ANNA.value(), "a long password")).contains(before);
  }

  @Test
  void anAddressThatWasProvenIsVerified() {
    AccountProfile anna = anna();

    AccountProfile after = service.verify(anna.id(), BEN).orElseThrow();

    assertThat(anna.emailVerified()).isFalse();
    assertThat(after.emailVerified()).isTrue();
    assertThat(after.email()).isEqualTo(BEN);
  }

  @Test
  void anAddressOfAnotherAccountCannotBeTaken() {
    AccountProfile anna = anna();
    service.add(BEN, "Ben", AccountRole.USER, "a long password");

    assertThatThrownBy(() -> service.verify(anna.id(), BEN)).isInstanceOf(EmailTaken.class);
  }

  @Test
  void aDisabledAccountSignsNobodyInUntilItIsEnabled() {
    AccountProfile anna = anna();

    AccountProfile disabled = service.disable(anna.id()).orElseThrow();

    assertThat(disabled.disabled()).isTrue();
    assertThat(disabled.sessionGeneration()).isGreaterThan(anna.sessionGeneration());
    assertThat(service.check(ANNA.value(), "a long password")).isEmpty();
    AccountProfile enabled = service.enable(anna.id()).orElseThrow();
    assertThat(service.check(ANNA.value(), "a long password")).contains(enabled);
  }

  @Test
  void anAccountWithoutPasswordCannotBeOpenedWithOne() {
    AccountProfile anna = service.addWithoutPassword(ANNA, "Anna");

    assertThat(anna.emailVerified()).isTrue();
    assertThat(service.hasPassword(anna.id())).isFalse();
    assertThat(service.check(ANNA.value(), "")).isEmpty();
    assertThat(service.check(ANNA.value(), "decoy")).isEmpty();
  }

  private AccountProfile anna() {
    return service.add(ANNA, "Anna", AccountRole.USER, "a long password");
  }
}
