package energy.liveone.polling;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.quota.LimitOutlook;
import energy.liveone.quota.PolledSite;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NextPollTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:07.250Z");
  private static final PollPolicy MINUTE =
      new PollPolicy(Duration.ofSeconds(60), Duration.ofSeconds(150), 10);

  private final NextPoll next = next(17);

  @Test
  void afterSuccessASystemKeepsItsPlaceInTheMinute() {
    Instant first = next.afterSuccess(NOW);
    Instant second = next.afterSuccess(first.plusMillis(800));

    assertThat(first).isAfter(NOW).isBeforeOrEqualTo(NOW.plusSeconds(60));
    assertThat(Duration.between(first, second)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void systemsAreSpreadOverTheMinute() {
    Set<Long> seconds = new HashSet<>();
    for (int system = 1; system <= 600; system++) {
      seconds.add(next(system).afterSuccess(NOW).getEpochSecond());
    }

    assertThat(seconds).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 15", "50, 15"})
  void backOffGrowsTo15Minutes(int failures, int minutes) {
    Instant due = due(Failure.of(FailureCode.TIMEOUT, ""), failures);

    assertThat(Duration.between(NOW, due))
        .isBetween(Duration.ofMinutes(minutes), Duration.ofSeconds(minutes * 66L));
  }

  @Test
  void systemsThatFailedTogetherComeBackApart() {
    Set<Instant> times = new HashSet<>();
    for (int system = 1; system <= 200; system++) {
      times.add(
          next(system).afterFailure(Failure.of(FailureCode.TIMEOUT, ""), 5, NOW).orElseThrow());
    }

    assertThat(times).hasSize(200);
  }

  @Test
  void theVendorsOwnRetryTimeWins() {
    Instant retryAt = NOW.plusSeconds(1234);
    Failure limited = new Failure(FailureCode.RATE_LIMITED, "", 429, retryAt, false, null);

    assertThat(due(limited, 1)).isBetween(retryAt, retryAt.plusSeconds(30));
  }

  @Test
  void aMaintenanceWindowIsRetriedAtTheNextMinute() {
    Failure maintenance = Failure.of(FailureCode.VENDOR_UNAVAILABLE, "").asExpected();

    assertThat(due(maintenance, 4)).isEqualTo(next.afterSuccess(NOW));
  }

  @Test
  void rejectedCredentialsAreTriedThreeTimes() {
    Failure rejected = Failure.of(FailureCode.AUTH_FAILED, "");

    assertThat(next.afterFailure(rejected, 1, NOW)).isPresent();
    assertThat(next.afterFailure(rejected, 2, NOW)).isPresent();
    assertThat(next.afterFailure(rejected, 3, NOW)).isEmpty();
  }

  @Test
  void credentialsThatDoNotOpenAreLookedAtEveryQuarterOfAnHour() {
    Failure unreadable = UnreadableCredentials.failure(NOW);

    assertThat(unreadable.code()).isEqualTo(FailureCode.NOT_CONFIGURED);
    assertThat(unreadable.detail()).contains("do not open", "encryption key");
    assertThat(due(unreadable, 99))
        .isBetween(NOW.plus(Duration.ofMinutes(15)), NOW.plus(Duration.ofMinutes(16)));
    assertThat(next.afterFailure(Failure.of(FailureCode.NOT_CONFIGURED, ""), 1, NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void whatMayPassIsAlwaysTriedAgain(FailureCode code) {
    assertThat(next.afterFailure(Failure.of(code, ""), 99, NOW).isPresent())
        .isEqualTo(!code.needsOwner());
  }

  @Test
  void whereCallsAreLimitedASystemThatKeepsFailingWaitsForItsShare() {
    NextPoll shared = new NextPoll(site(17), List.of(halfOfTheBeats()));
    Failure failure = Failure.of(FailureCode.TIMEOUT, "");

    assertThat(shared.afterFailure(failure, 1, NOW).orElseThrow())
        .isBefore(NOW.plus(Duration.ofMinutes(2)));
    assertThat(shared.afterFailure(failure, 2, NOW).orElseThrow())
        .isEqualTo(shared.afterSuccess(NOW))
        .isAfter(NOW.plus(Duration.ofMinutes(5)));
  }

  /** 200 systems would need 288,000 calls a day of 14,400. */
  private static LimitOutlook halfOfTheBeats() {
    return LimitOutlook.unused(
        new VendorType("v"),
        QuotaLimit.rolling(QuotaLimit.Scope.CREDENTIAL, 14_400, Duration.ofDays(1), 0),
        200);
  }

  private static NextPoll next(int system) {
    return new NextPoll(site(system), List.of());
  }

  private static PolledSite site(int system) {
    return new PolledSite(
        PollRhythm.steady(MINUTE),
        new VendorSystem("system:" + system, "1", ZoneId.of("UTC"), Map.of()),
        VendorView.place(new SystemId(system)),
        1);
  }

  private Instant due(Failure failure, int failures) {
    return next.afterFailure(failure, failures, NOW).orElseThrow();
  }
}
