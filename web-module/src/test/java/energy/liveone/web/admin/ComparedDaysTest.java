package energy.liveone.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedDaysTest {
  /** 02:08 of the next day in Melbourne, 07:08 of this one in Los Angeles. */
  private static final Instant NOW = Instant.parse("2026-11-27T15:08:00Z");

  @Test
  void todayIsThatOfTheSystem() {
    assertThat(days("Australia/Melbourne")).isEqualTo(november(27, 28));
    assertThat(days("America/Los_Angeles")).isEqualTo(november(26, 27));
  }

  @Test
  void systemsOnDifferentDatesAreAllCovered() {
    assertThat(days("Australia/Melbourne", "America/Los_Angeles")).isEqualTo(november(26, 28));
  }

  @Test
  void withoutSystemsItIsTheDayOfTheServer() {
    assertThat(days()).isEqualTo(november(26, 27));
  }

  private static ComparedDays days(String... zones) {
    return ComparedDays.of(List.of(zones).stream().map(ZoneId::of).toList(), NOW);
  }

  private static ComparedDays november(int from, int to) {
    return new ComparedDays(LocalDate.of(2026, 11, from), LocalDate.of(2026, 11, to));
  }
}
