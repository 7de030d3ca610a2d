package energy.liveone.signin;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.account.LeapingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final String ANNA = "anna@liveone.example";

  private final LeapingClock clock = new LeapingClock(Instant.parse("2026-11-23T00:00:00Z"));
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void someFailuresAreFree() {
    fail(ANNA, "10.0.0.1", 4);

    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isZero();
  }

  @Test
  void furtherFailuresDoubleTheWait() {
    fail(ANNA, "10.0.0.1", 5);
    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));

    fail(ANNA, "10.0.0.1", 1);
    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void waitingIsEnough() {
    fail(ANNA, "10.0.0.1", 8);

    clock.leap(Duration.ofSeconds(8));

    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isZero();
  }

  @Test
  void strangersCannotLockAnAccountForLong() {
    for (int i = 0; i < 10_000; i++) {
      throttle.failed(ANNA, "10.9." + i / 250 + "." + i % 250);
    }

    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void guessingManyAccountsFromOneAddressIsSlowedDown() {
    for (int i = 0; i < 40; i++) {
      throttle.failed("user" + i + "@liveone.example", "10.0.0.1");
    }

    assertThat(throttle.waitFor("new@liveone.example", "10.0.0.1")).isPositive();
    assertThat(throttle.waitFor("new@liveone.example", "10.0.0.2")).isZero();
  }

  @Test
  void successForgetsTheFailuresOfThePair() {
    fail(ANNA, "10.0.0.1", 6);

    throttle.succeeded(ANNA, "10.0.0.1");

    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isZero();
  }

  @Test
  void failuresFadeByTime() {
    fail(ANNA, "10.0.0.1", 20);

    clock.leap(Duration.ofMinutes(16));
    fail(ANNA, "10.0.0.1", 1);

    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isZero();
  }

  @Test
  void whoHasSignedInFromAnAddressIsNotDelayedByOthersThere() {
    throttle.succeeded(ANNA, "10.0.0.1");
    for (int i = 0; i < 100; i++) {
      throttle.failed("user" + i + "@liveone.example", "10.0.0.1");
      throttle.failed(ANNA, "10.9.0." + i);
    }

    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isZero();
    assertThat(throttle.waitFor(ANNA, "10.0.0.2")).isPositive();
  }

  @Test
  void guessingIsSlowedDownAlsoWhereTheOwnerHasSignedIn() {
    throttle.succeeded(ANNA, "10.0.0.1");
    fail(ANNA, "10.0.0.1", 8);

    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void wrongCodesCountForTheAccountWhereverTheyComeFrom() {
    for (int i = 0; i < 7; i++) {
      throttle.codeFailed(ANNA);
    }

    assertThat(throttle.waitForCode(ANNA)).isEqualTo(Duration.ofSeconds(4));
    assertThat(throttle.waitForCode("ben@liveone.example")).isZero();
    assertThat(throttle.waitFor(ANNA, "10.0.0.1")).isZero();
  }

  @Test
  void wrongCodesLockNobodyOutForLong() {
    for (int i = 0; i < 10_000; i++) {
      throttle.codeFailed(ANNA);
    }

    assertThat(throttle.waitForCode(ANNA)).isEqualTo(Duration.ofMinutes(5));
  }

  private void fail(String account, String address, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(account, address);
    }
  }
}
