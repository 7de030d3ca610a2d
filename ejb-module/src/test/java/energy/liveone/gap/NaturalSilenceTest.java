package energy.liveone.gap;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NaturalSilenceTest {
  private static final VendorSystem SYSTEM =
      new VendorSystem("system:1", "1", ZoneOffset.UTC, Map.of());
  private static final long DAY = Instant.parse("2026-11-23T00:00:00Z").getEpochSecond();

  /** Data every hour, half an hour late, from 6 to 18. */
  private static final class Daylight implements PollRhythm {
    @Override
    public Instant next(Instant after, VendorSystem system, double place) {
      return after.plusSeconds(3_600);
    }

    @Override
    public Instant silentUntil(Instant newest, VendorSystem system) {
      ZonedDateTime at = newest.atZone(ZoneOffset.UTC);
      ZonedDateTime dawn = at.with(LocalTime.of(6, 0)).plusMinutes(90);
      if (at.toLocalTime().isBefore(LocalTime.of(6, 0))) {
        return dawn.toInstant();
      }
      return at.toLocalTime().isBefore(LocalTime.of(18, 0))
          ? newest.plusSeconds(5_400)
          : dawn.plusDays(1).toInstant();
    }
  }

  private final NaturalSilence daylight = new NaturalSilence(new Daylight(), SYSTEM);

  private static Stretch hours(double from, double to) {
    return new Stretch(DAY + (long) (from * 3_600), DAY + (long) (to * 3_600));
  }

  @Test
  void nothingIsExpectedAtNight() {
    assertThat(daylight.unexplained(List.of(hours(18, 30)))).isEmpty();
  }

  @Test
  void panelThatSleepsBeforeTheSunSetsIsExcused() {
    assertThat(daylight.unexplained(List.of(hours(17.25, 31)))).isEmpty();
  }

  @Test
  void holeAtNoonIsAGapHoweverShort() {
    Stretch noon = new Stretch(hours(12, 13).from(), hours(12, 13).from() + 300);

    assertThat(daylight.unexplained(List.of(noon))).containsExactly(noon);
  }

  @Test
  void outageOverNightIsAGapAtBothEndsOfTheNight() {
    List<Stretch> gaps = daylight.unexplained(List.of(hours(12, 36)));

    assertThat(gaps).hasSize(2);
    assertThat(gaps.get(0)).isEqualTo(hours(12, 18));
    assertThat(gaps.get(1).from()).isBetween(hours(29, 30).from(), hours(31.5, 32).from());
    assertThat(gaps.get(1).to()).isEqualTo(hours(35, 36).to());
  }

  @Test
  void steadyVendorIsNeverSilentByItself() {
    PollRhythm steady =
        PollRhythm.steady(new PollPolicy(Duration.ofMinutes(1), Duration.ofSeconds(90), 10));

    assertThat(new NaturalSilence(steady, SYSTEM).unexplained(List.of(hours(0, 48))))
        .containsExactly(hours(0, 48));
  }
}
