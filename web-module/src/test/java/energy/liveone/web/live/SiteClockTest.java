package energy.liveone.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.web.words.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SiteClockTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:05:00Z");
  private final SiteClock clock =
      new SiteClock(ZoneId.of("Australia/Melbourne"), NOW, Texts.of(Locale.UK));

  @Test
  void agesGrowFromSecondsToDays() {
    assertThat(clock.age(NOW.minusSeconds(20))).isEqualTo("20 s ago");
    assertThat(clock.age(NOW.minusSeconds(7 * 60 + 5))).isEqualTo("7 min ago");
    assertThat(clock.age(NOW.minusSeconds(7_200))).isEqualTo("2 h ago");
    assertThat(clock.age(NOW.minusSeconds(3 * 86_400))).isEqualTo("3 days ago");
  }

  @Test
  void aClockAheadOfOursIsNotInTheFuture() {
    assertThat(clock.age(NOW.plusSeconds(30))).isEqualTo("0 s ago");
  }

  @Test
  void timesAreThoseOfTheSite() {
    assertThat(clock.since(NOW)).isEqualTo("14:05");
    assertThat(clock.since(NOW.minusSeconds(90_000))).isEqualTo("Sun 22 Nov");
  }

  @Test
  void waitingForLessThanAnHourIsNoSleep() {
    assertThat(clock.isSoon(NOW.plusSeconds(3_599))).isTrue();
    assertThat(clock.isSoon(NOW.plusSeconds(3_600))).isFalse();
  }
}
