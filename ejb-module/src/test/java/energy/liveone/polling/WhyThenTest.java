package energy.liveone.polling;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.polling.WhyThen.Facts;
import energy.liveone.system.SystemStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhyThenTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant BEFORE = NOW.minusSeconds(40);
  private static final Instant SOON = NOW.plusSeconds(20);

  @Test
  void aSystemThatIsWellKeepsItsRhythm() {
    assertThat(why(well(SOON))).isEqualTo(WhyThen.RHYTHM);
  }

  @Test
  void whereCallsAreLimitedTheNextBeatIsTheRhythmAndALaterOneIsSparing() {
    assertThat(why(limited(SOON, SOON))).isEqualTo(WhyThen.RHYTHM);
    assertThat(why(limited(SOON.plusSeconds(600), SOON))).isEqualTo(WhyThen.SPARING);
  }

  @Test
  void aSystemThatWasNeverPolledHasItsFirstPollBeforeIt() {
    assertThat(why(active(new PlannedPoll(SOON, null, null, 0, null, null, null), null)))
        .isEqualTo(WhyThen.FIRST);
  }

  @Test
  void failuresLetASystemWaitUnlessTheyAreKnownOfTheVendor() {
    Instant backOff = BEFORE.plusSeconds(4 * 60);

    assertThat(why(active(failed(3, backOff), "TIMEOUT"))).isEqualTo(WhyThen.BACK_OFF);
    assertThat(why(active(failed(3, backOff.minusSeconds(1)), "VENDOR_UNAVAILABLE")))
        .isEqualTo(WhyThen.EXPECTED_FAILURE);
    assertThat(why(active(failed(1, backOff), "RATE_LIMITED"))).isEqualTo(WhyThen.TOO_OFTEN);
    assertThat(why(active(failed(1, backOff), "NOT_CONFIGURED"))).isEqualTo(WhyThen.NOT_CONFIGURED);
  }

  @Test
  void whoWaitsForCallsOrAVendorHasNotFailed() {
    assertThat(why(active(waiting(WaitsFor.QUOTA), null))).isEqualTo(WhyThen.NO_CALLS);
    assertThat(why(active(waiting(WaitsFor.VENDOR), null))).isEqualTo(WhyThen.VENDOR_FAILS);
  }

  @Test
  void aLeaseThatRunsIsAPollAndOneThatEndedIsNone() {
    assertThat(why(active(leased(SOON), null))).isEqualTo(WhyThen.ASKING);
    assertThat(why(active(leased(NOW.minusSeconds(31)), null))).isEqualTo(WhyThen.OVERDUE);
  }

  @Test
  void whoIsDueWaitsForTheNextLookOfANode() {
    assertThat(why(well(NOW.minusSeconds(1)))).isEqualTo(WhyThen.RHYTHM);
    assertThat(why(well(NOW.minusSeconds(31)))).isEqualTo(WhyThen.OVERDUE);
  }

  @Test
  void whoIsNotPolledHasAReason() {
    assertThat(why(stopped(SystemStatus.PAUSED, null, false))).isEqualTo(WhyThen.PAUSED);
    assertThat(why(stopped(SystemStatus.ERROR, "AUTH_FAILED: no", true)))
        .isEqualTo(WhyThen.STOPPED);
    assertThat(why(stopped(SystemStatus.ERROR, "AUTH_EXPIRED: gone", false)))
        .isEqualTo(WhyThen.STOPPED);
    assertThat(why(stopped(SystemStatus.ERROR, "AUTH_EXPIRED: gone", true)))
        .isEqualTo(WhyThen.RECONNECT);
    assertThat(why(stopped(SystemStatus.ACTIVE, null, false))).isEqualTo(WhyThen.UNSCHEDULED);
    assertThat(
            why(new Facts(SystemStatus.ACTIVE, false, false, null, PlannedPoll.NONE, null, null)))
        .isEqualTo(WhyThen.PUSHED);
  }

  private static WhyThen why(Facts facts) {
    return WhyThen.of(facts, NOW);
  }

  private static Facts well(Instant due) {
    return active(new PlannedPoll(due, null, null, 0, BEFORE, BEFORE, null), null);
  }

  private static Facts limited(Instant due, Instant beat) {
    PlannedPoll plan = new PlannedPoll(due, null, null, 0, BEFORE, BEFORE, null);
    return new Facts(SystemStatus.ACTIVE, true, false, null, plan, beat, null);
  }

  private static Facts active(PlannedPoll plan, @Nullable String lastCode) {
    return new Facts(SystemStatus.ACTIVE, true, false, null, plan, null, lastCode);
  }

  private static Facts stopped(SystemStatus status, @Nullable String reason, boolean granted) {
    return new Facts(status, true, granted, reason, PlannedPoll.NONE, null, null);
  }

  private static PlannedPoll failed(int failures, Instant due) {
    return new PlannedPoll(due, null, null, failures, BEFORE, null, null);
  }

  private static PlannedPoll waiting(WaitsFor reason) {
    return new PlannedPoll(SOON, null, null, 0, BEFORE, BEFORE, reason);
  }

  private static PlannedPoll leased(Instant until) {
    return new PlannedPoll(until, until, "pid-7", 0, BEFORE, BEFORE, null);
  }
}
