package energy.liveone.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.simulator.fault.DeviceFaults.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DeviceFaultsTest {

  private static final Instant SET_MINUTE = Faults.SET_AT.truncatedTo(ChronoUnit.MINUTES);
  private static final Instant LATER = SET_MINUTE.plus(Duration.ofMinutes(20));

  private static Sample sample(String faults, Instant now) {
    return DeviceFaults.sample(
        Faults.view(faults), now, instant -> instant.truncatedTo(ChronoUnit.MINUTES));
  }

  @Test
  void healthyDeviceShowsItsNewestSample() {
    assertThat(sample("{}", LATER.plusSeconds(5))).isEqualTo(new Sample(LATER, LATER));
  }

  @Test
  void staleDeviceRepeatsTheSampleOfTheMomentItFroze() {
    assertThat(sample("{\"stale\":true}", LATER)).isEqualTo(new Sample(SET_MINUTE, SET_MINUTE));
  }

  @Test
  void gapEndsByItself() {
    Instant end = Faults.SET_AT.plus(Duration.ofMinutes(20));

    assertThat(sample("{\"gap\":20}", end.minusMillis(1)).stamp()).isEqualTo(SET_MINUTE);
    assertThat(sample("{\"gap\":20}", end).stamp()).isEqualTo(LATER);
  }

  @Test
  void repeatedTimeStampCarriesNewValues() {
    assertThat(sample("{\"duplicateTimestamps\":true}", LATER))
        .isEqualTo(new Sample(LATER, SET_MINUTE));
  }

  @Test
  void skewMovesTheStampAndNotTheValues() {
    assertThat(sample("{\"clockSkew\":-600}", LATER))
        .isEqualTo(new Sample(LATER, LATER.minusSeconds(600)));
  }

  @Test
  void resetCounterStartsFromZero() {
    FaultView faults = Faults.view("{\"counterReset\":true}");

    assertThat(DeviceFaults.counter(faults, 1_000, at -> at.equals(Faults.SET_AT) ? 990 : -1))
        .isEqualTo(10);
  }

  @Test
  void counterStepsBackByTheAmountSaid() {
    assertThat(DeviceFaults.counter(Faults.view("{\"negativeStep\":0.5}"), 100, at -> 0))
        .isEqualTo(99.5);
  }
}
