package energy.liveone.polling;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.system.SystemId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PushRateTest {
  private static final SystemId HOME = new SystemId(1);

  private final PassingClock clock = new PassingClock();
  private final PushRate rate = new PushRate(clock);

  private int admitted(int pushes) {
    int admitted = 0;
    for (int i = 0; i < pushes; i++) {
      admitted += rate.exceeded(HOME).isEmpty() ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void spoolIsReplayedAtOnceUpToTwoHoursOfMinutes() {
    assertThat(admitted(500)).isEqualTo(120);
  }

  @Test
  void oneTooManyIsToldWhenToComeAgain() {
    admitted(120);

    assertThat(rate.exceeded(HOME)).contains(Duration.ofSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    assertThat(rate.exceeded(HOME)).isEmpty();
    assertThat(rate.exceeded(HOME)).isPresent();
  }

  @Test
  void deviceGoneWildCostsOthersNothing() {
    admitted(500);

    assertThat(rate.exceeded(new SystemId(2))).isEmpty();
  }

  private static final class PassingClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T02:31:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
