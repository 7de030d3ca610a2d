package energy.liveone.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.account.AccountId;
import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.EmailAddress;
import energy.liveone.account.LeapingClock;
import energy.liveone.audit.AuditInMemory;
import energy.liveone.credential.CredentialCipher;
import energy.liveone.credential.CredentialKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SecondFactorServiceTest {
  private static final AccountProfile ANNA = account(1);
  private static final AccountProfile BEN = account(2);

  private final LeapingClock clock = new LeapingClock(Instant.parse("2026-11-23T00:00:00Z"));
  private final InMemorySecondFactors stored = new InMemorySecondFactors();
  private final SecondFactorService service = service("ab");

  private SecondFactorService service(String key) {
    CredentialCipher cipher =
        new CredentialCipher(CredentialKey.ofHex(key.repeat(32)).orElseThrow());
    return new SecondFactorService(stored, cipher, new AuditInMemory(clock).log(), clock);
  }

  private static AccountProfile account(int id) {
    return new AccountProfile(
        new AccountId(id),
        new EmailAddress("a" + id + "@liveone.example"),
        "A",
        AccountRole.USER,
        0,
        true,
        false,
        Instant.EPOCH);
  }

  @Test
  void codesAreAskedForOnceOneWasConfirmed() {
    TotpSecret secret = service.begin(ANNA).orElseThrow();
    assertThat(service.isActive(ANNA.id())).isFalse();

    assertThat(service.confirm(ANNA.id(), "000000")).isEmpty();
    assertThat(service.isActive(ANNA.id())).isFalse();
    assertThat(service.confirm(ANNA.id(), now(secret))).isPresent();

    assertThat(service.isActive(ANNA.id())).isTrue();
    assertThat(service.begin(ANNA)).isEmpty();
  }

  @Test
  void eachCodeWorksOnce() {
    TotpSecret secret = active(ANNA);
    clock.leap(Duration.ofSeconds(30));

    assertThat(service.accept(ANNA.id(), now(secret))).isTrue();
    assertThat(service.accept(ANNA.id(), now(secret))).isFalse();
    clock.leap(Duration.ofSeconds(30));
    assertThat(service.accept(ANNA.id(), now(secret))).isTrue();
  }

  @Test
  void theCodeThatWasConfirmedDoesNotSignIn() {
    TotpSecret secret = active(ANNA);

    assertThat(service.accept(ANNA.id(), now(secret))).isFalse();
  }

  @Test
  void codesOfAnUnconfirmedDeviceSignNobodyIn() {
    TotpSecret secret = service.begin(ANNA).orElseThrow();

    assertThat(service.accept(ANNA.id(), now(secret))).isFalse();
  }

  @Test
  void anotherAccountsSecretIsWorthNothing() {
    TotpSecret secret = active(ANNA);
    stored.begin(BEN.id(), stored.find(ANNA.id()).orElseThrow().sealedSecret(), clock.instant());
    stored.confirm(BEN.id(), clock.instant());
    clock.leap(Duration.ofSeconds(30));

    assertThat(service.accept(BEN.id(), now(secret))).isFalse();
  }

  @Test
  void aSecretThatDoesNotOpenFitsNoCodeAndRecoveryCodesStillWork() {
    TotpSecret secret = service.begin(ANNA).orElseThrow();
    List<String> codes = service.confirm(ANNA.id(), now(secret)).orElseThrow();
    clock.leap(Duration.ofSeconds(30));
    SecondFactorService otherKey = service("cd");

    assertThat(otherKey.isActive(ANNA.id())).isTrue();
    assertThat(otherKey.accept(ANNA.id(), now(secret))).isFalse();
    assertThat(otherKey.use(ANNA.id(), RecoveryCode.parse(codes.get(0)).orElseThrow())).isTrue();
  }

  @Test
  void tenRecoveryCodesWorkOnceEachHoweverTheyAreTyped() {
    TotpSecret secret = service.begin(ANNA).orElseThrow();
    List<String> codes = service.confirm(ANNA.id(), now(secret)).orElseThrow();
    assertThat(new HashSet<>(codes)).hasSize(10);

    RecoveryCode typed =
        RecoveryCode.parse(" " + codes.get(3).toUpperCase(Locale.ROOT).replace("-", " "))
            .orElseThrow();

    assertThat(service.use(BEN.id(), typed)).isFalse();
    assertThat(service.use(ANNA.id(), typed)).isTrue();
    assertThat(service.use(ANNA.id(), typed)).isFalse();
    assertThat(service.standing(ANNA.id()).recoveryCodesLeft()).isEqualTo(9);
  }

  @Test
  void newRecoveryCodesVoidTheOldOnes() {
    TotpSecret secret = service.begin(ANNA).orElseThrow();
    List<String> codes = service.confirm(ANNA.id(), now(secret)).orElseThrow();

    service.newRecoveryCodes(ANNA.id());

    assertThat(service.use(ANNA.id(), RecoveryCode.parse(codes.get(0)).orElseThrow())).isFalse();
  }

  @Test
  void sixDigitsAreNoRecoveryCode() {
    assertThat(RecoveryCode.parse("123456")).isEmpty();
    assertThat(RecoveryCode.parse("")).isEmpty();
  }

  private TotpSecret active(AccountProfile account) {
    TotpSecret secret = service.begin(account).orElseThrow();
    assertThat(service.confirm(account.id(), now(secret))).isPresent();
    return secret;
  }

  private String now(TotpSecret secret) {
    return secret.code(TotpSecret.stepAt(clock.instant()));
  }
}
