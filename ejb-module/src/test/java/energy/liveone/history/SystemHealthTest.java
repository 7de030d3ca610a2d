package energy.liveone.history;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.system.SystemStatus;
import energy.liveone.vendor.PollPolicy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final PollPolicy EVERY_MINUTE =
      new PollPolicy(Duration.ofMinutes(1), Duration.ofMinutes(3), 10);
  private static final PollPolicy EVERY_HOUR =
      new PollPolicy(Duration.ofHours(1), Duration.ofHours(2), 10);

  @ParameterizedTest
  @CsvSource({"0, GREEN", "299, GREEN", "300, YELLOW", "900, YELLOW", "901, RED"})
  void dataGrowsOld(long ageSeconds, SystemHealth expected) {
    assertThat(health(SystemStatus.ACTIVE, ageSeconds, EVERY_MINUTE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"3600, GREEN", "3900, YELLOW", "4441, RED"})
  void slowerVendorsAreJudgedByTheirOwnSchedule(long ageSeconds, SystemHealth expected) {
    assertThat(health(SystemStatus.ACTIVE, ageSeconds, EVERY_HOUR)).isEqualTo(expected);
  }

  @Test
  void aVendorThatSleepsIsNotLate() {
    Instant dusk = NOW.minus(Duration.ofHours(11));
    Instant afterDawn = NOW.plus(Duration.ofMinutes(30));

    assertThat(SystemHealth.of(SystemStatus.ACTIVE, dusk, afterDawn, NOW))
        .isEqualTo(SystemHealth.GREEN);
    assertThat(
            SystemHealth.of(
                SystemStatus.ACTIVE, dusk, afterDawn, afterDawn.plus(Duration.ofMinutes(15))))
        .isEqualTo(SystemHealth.RED);
  }

  @Test
  void whatWasNeverHeardIsNotToBlameYet() {
    assertThat(SystemHealth.of(SystemStatus.ACTIVE, null, NOW, NOW)).isEqualTo(SystemHealth.YELLOW);
  }

  @Test
  void stoppedSystemsShowIt() {
    assertThat(health(SystemStatus.ERROR, 0, EVERY_MINUTE)).isEqualTo(SystemHealth.RED);
    assertThat(health(SystemStatus.PAUSED, 100_000, EVERY_MINUTE)).isEqualTo(SystemHealth.YELLOW);
  }

  private static SystemHealth health(SystemStatus status, long ageSeconds, PollPolicy policy) {
    Instant newest = NOW.minusSeconds(ageSeconds);
    return SystemHealth.of(status, newest, newest.plus(policy.cadence()), NOW);
  }
}
