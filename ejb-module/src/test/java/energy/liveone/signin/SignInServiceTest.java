package energy.liveone.signin;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.account.AccountProfile;
import energy.liveone.account.AccountRole;
import energy.liveone.account.AccountService;
import energy.liveone.account.EmailAddress;
import energy.liveone.account.InMemoryAccounts;
import energy.liveone.account.LeapingClock;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditInMemory;
import energy.liveone.secondfactor.SecondFactorDevice;
import energy.liveone.signin.SignInOutcome.NeedsCode;
import energy.liveone.signin.SignInOutcome.Rejected;
import energy.liveone.signin.SignInOutcome.SignedIn;
import energy.liveone.signin.SignInOutcome.Throttled;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInServiceTest {
  private static final String PASSWORD = "a long password";
  private static final String HERE = "10.0.0.1";

  private final LeapingClock clock = new LeapingClock(Instant.parse("2026-11-23T00:00:00Z"));
  private final AuditInMemory audit = new AuditInMemory(clock);
  private final AccountService accounts =
      new AccountService(new InMemoryAccounts(), audit.log(), clock);
  private final SecondFactorDevice device = new SecondFactorDevice(clock);
  private final SignInService service =
      new SignInService(
          accounts, device.service(), new SignInThrottle(clock), new HashingPlaces(), audit.log());
  private final AccountProfile anna =
      accounts.add(new EmailAddress("anna@liveone.example"), "Anna", AccountRole.USER, PASSWORD);

  @Test
  void theRightPasswordSignsIn() {
    assertThat(signIn(PASSWORD)).isEqualTo(new SignedIn(anna));
  }

  @Test
  void wrongPasswordAndUnknownAddressLookTheSame() {
    assertThat(signIn("wrong")).isEqualTo(new Rejected());
    assertThat(service.signIn("nobody@liveone.example", "wrong", HERE)).isEqualTo(new Rejected());
    assertThat(service.signIn("not an address", "wrong", HERE)).isEqualTo(new Rejected());
  }

  @Test
  void guessingEndsInWaitingAndWaitingInSigningIn() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("wrong")).isInstanceOf(Rejected.class);
    }
    assertThat(signIn(PASSWORD)).isEqualTo(new Throttled(Duration.ofSeconds(1)));

    clock.leap(Duration.ofSeconds(1));

    assertThat(signIn(PASSWORD)).isInstanceOf(SignedIn.class);
  }

  @Test
  void theSecondFactorIsAskedForOnlyAfterTheRightPassword() {
    device.enrol(anna);

    assertThat(signIn("wrong")).isEqualTo(new Rejected());
    assertThat(signIn(PASSWORD)).isEqualTo(new NeedsCode(anna));
  }

  @Test
  void aCodeCompletesTheSignIn() {
    device.enrol(anna);
    clock.leap(Duration.ofSeconds(30));

    assertThat(service.secondStep(anna, "000000", HERE)).isEqualTo(new Rejected());
    assertThat(service.secondStep(anna, device.code(), HERE)).isEqualTo(new SignedIn(anna));
    assertThat(service.secondStep(anna, device.code(), HERE)).isEqualTo(new Rejected());
  }

  @Test
  void guessingCodesEndsInWaitingButRecoveryCodesAlwaysWork() {
    String recovery = device.enrol(anna).get(0);
    clock.leap(Duration.ofSeconds(30));
    for (int i = 0; i < 5; i++) {
      assertThat(service.secondStep(anna, "00000" + i, "10.0.0." + i)).isEqualTo(new Rejected());
    }

    assertThat(service.secondStep(anna, device.code(), HERE)).isInstanceOf(Throttled.class);
    assertThat(service.secondStep(anna, recovery, HERE)).isEqualTo(new SignedIn(anna));
  }

  @Test
  void aPasswordAloneDoesNotMakeAnAddressKnown() {
    device.enrol(anna);
    SignInThrottle throttle = new SignInThrottle(clock);
    SignInService fresh =
        new SignInService(accounts, device.service(), throttle, new HashingPlaces(), audit.log());

    assertThat(fresh.signIn(anna.email().value(), PASSWORD, HERE)).isInstanceOf(NeedsCode.class);

    assertThat(throttle.isKnown(anna.email().value(), HERE)).isFalse();
  }

  @Test
  void theOwnerProvesWithPasswordAndCode() {
    device.enrol(anna);
    clock.leap(Duration.ofSeconds(30));

    assertThat(service.prove(anna, PASSWORD, "", HERE)).isEqualTo(new NeedsCode(anna));
    assertThat(service.prove(anna, "wrong", device.code(), HERE)).isEqualTo(new Rejected());
    assertThat(service.prove(anna, PASSWORD, device.code(), HERE)).isEqualTo(new SignedIn(anna));
  }

  private SignInOutcome signIn(String password) {
    return service.signIn(anna.email().value(), password, HERE);
  }

  @Test
  void whatComesOfSigningInIsTakenDown() {
    signIn("wrong");
    signIn("wrong");
    signIn(PASSWORD);

    assertThat(audit.acts())
        .containsExactly(AuditAct.ACCOUNT_CREATED, AuditAct.SIGN_IN_FAILED, AuditAct.SIGNED_IN);
  }
}
