package energy.liveone.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.simulator.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

  private static final Instant REAL = Instant.parse("2026-11-23T02:00:00Z");

  private final SettableClock real = new SettableClock(REAL);
  private final VirtualClock clock = new VirtualClock(real);

  @Test
  void followsRealTimeAtFirst() {
    real.advance(Duration.ofNanos(1_234_567_891));

    assertThat(clock.instant()).isEqualTo(real.instant());
  }

  @Test
  void runsOnFromTheTimeItWasSetTo() {
    clock.set(Instant.parse("2026-04-05T00:00:00Z"));
    real.advance(Duration.ofSeconds(90));

    assertThat(clock.instant()).isEqualTo("2026-04-05T00:01:30Z");
  }

  @Test
  void changeOfSpeedDoesNotMakeTimeLeap() {
    clock.run(60);
    real.advance(Duration.ofSeconds(10));
    clock.run(2);
    real.advance(Duration.ofSeconds(5));

    assertThat(clock.instant()).isEqualTo(REAL.plusSeconds(610));
  }

  @Test
  void frozenClockCanBeSetAndRunsOnWhenThawed() {
    clock.freeze(true);
    real.advance(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(REAL);

    clock.set(REAL.plusSeconds(60));
    real.advance(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(REAL.plusSeconds(60));

    clock.freeze(false);
    real.advance(Duration.ofSeconds(3));
    assertThat(clock.instant()).isEqualTo(REAL.plusSeconds(63));
  }

  @Test
  void resetReturnsToRealTime() {
    clock.set(REAL.minusSeconds(1_000_000));
    clock.run(100);
    clock.freeze(true);

    clock.reset();
    real.advance(Duration.ofSeconds(7));

    assertThat(clock.instant()).isEqualTo(real.instant());
  }

  @Test
  void timeCannotRunBackwards() {
    assertThatThrownBy(() -> clock.run(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clock.run(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
