package energy.liveone.gap;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.NumberClass;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProspectTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final Gap GAP =
      Gap.found(
          1,
          new Stretch(NOW.getEpochSecond() - 7_200, NOW.getEpochSecond() - 3_600),
          GapReason.NOT_RECEIVED,
          NOW);
  private static final Prospect HISTORY =
      new Prospect(Duration.ofDays(30), null, NumberClass.INTERVAL);
  private static final Prospect PUSHED =
      new Prospect(null, Duration.ofDays(90), NumberClass.INTERVAL);

  @Test
  void counterOfVendorWithoutHistoryIsEstimatedAndItsPowerLost() {
    Gap energy = new Prospect(null, null, NumberClass.COUNTER).withoutAsking(GAP, NOW);
    Gap power = new Prospect(null, null, NumberClass.GAUGE).withoutAsking(GAP, NOW);

    assertThat(energy.state()).isEqualTo(GapState.ESTIMATED);
    assertThat(power.state()).isEqualTo(GapState.PERMANENT);
    assertThat(power.reason().words()).isEqualTo("vendor keeps no history");
    assertThat(power.nextAttempt()).isNull();
  }

  @Test
  void deviceMayDeliverAsLongAsItsReadingsAreAccepted() {
    Gap open = PUSHED.withoutAsking(GAP, NOW);
    Gap lost = PUSHED.withoutAsking(GAP, NOW.plus(Duration.ofDays(90)));

    assertThat(open.state()).isEqualTo(GapState.OPEN);
    assertThat(open.nextAttempt()).isEqualTo(GAP.stretch().end().plus(Duration.ofDays(90)));
    assertThat(lost.state()).isEqualTo(GapState.PERMANENT);
    assertThat(lost.reason()).isEqualTo(GapReason.NEVER_DELIVERED);
  }

  @Test
  void whatIsTooOldForTheVendorIsNotAsked() {
    Instant later = NOW.plus(Duration.ofDays(31));

    assertThat(HISTORY.canBeAsked(GAP, NOW)).isTrue();
    assertThat(HISTORY.canBeAsked(GAP, later)).isFalse();
    assertThat(HISTORY.withoutAsking(GAP, later).reason()).isEqualTo(GapReason.OUT_OF_REACH);
  }

  @Test
  void attemptsGrowApartAndEnd() {
    Gap gap = GAP;
    Duration before = Duration.ZERO;
    for (int attempt = 1; attempt < Prospect.MOST_ATTEMPTS; attempt++) {
      gap = HISTORY.afterAnswer(gap, NOW);
      Duration distance = Duration.between(NOW, gap.nextAttempt());
      assertThat(distance).isGreaterThan(before);
      before = distance;
    }

    Gap last = HISTORY.afterAnswer(gap, NOW);

    assertThat(last.state()).isEqualTo(GapState.PERMANENT);
    assertThat(last.reason()).isEqualTo(GapReason.VENDOR_HAS_NOTHING);
  }

  @Test
  void failuresNeverEndTheHope() {
    Gap gap = GAP;
    for (int i = 0; i < 50; i++) {
      gap = HISTORY.afterFailure(gap, "TIMEOUT", null, NOW);
    }

    assertThat(gap.state()).isEqualTo(GapState.OPEN);
    assertThat(gap.nextAttempt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
  }

  @Test
  void vendorIsNotAskedBeforeItWants() {
    Instant wanted = NOW.plus(Duration.ofDays(5));

    assertThat(HISTORY.afterFailure(GAP, "RATE_LIMITED", wanted, NOW).nextAttempt())
        .isEqualTo(wanted);
  }

  @Test
  void whatWasNotAskedAboutWaitsWhereTheVendorRefusedAndIsDueAtOnceWhereItAnswered() {
    Instant later = NOW.plus(Duration.ofHours(3));
    Failure refused = Failure.of(FailureCode.TIMEOUT, "No answer");

    Gap answered = HISTORY.notReached(GAP, new PastAnswer.Told(12), NOW);
    Gap postponed = HISTORY.notReached(GAP, new PastAnswer.Postponed(later), NOW);
    Gap failed = HISTORY.notReached(GAP, new PastAnswer.Failed(refused), NOW);

    assertThat(answered.nextAttempt()).isEqualTo(NOW);
    assertThat(postponed.nextAttempt()).isEqualTo(later);
    assertThat(failed.nextAttempt()).isAfter(NOW);
    assertThat(failed.attempts()).isZero();
  }
}
