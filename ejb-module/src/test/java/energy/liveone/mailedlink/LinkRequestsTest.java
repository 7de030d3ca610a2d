package energy.liveone.mailedlink;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.account.LeapingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkRequestsTest {
  private final LeapingClock clock = new LeapingClock(Instant.parse("2026-11-23T00:00:00Z"));
  private final LinkRequests requests = new LinkRequests(clock);

  @Test
  void oneAddressAsksForSomeMailsAnHour() {
    for (int i = 0; i < 20; i++) {
      assertThat(requests.askFrom("10.0.0.1")).isZero();
    }

    assertThat(requests.askFrom("10.0.0.1")).isEqualTo(Duration.ofHours(1));
    assertThat(requests.askFrom("10.0.0.2")).isZero();
    clock.leap(Duration.ofHours(1));
    assertThat(requests.askFrom("10.0.0.1")).isZero();
  }

  @Test
  void oneMailboxGetsFewMailsAnHour() {
    for (int i = 0; i < 4; i++) {
      assertThat(requests.maySendTo("anna@liveone.example")).isTrue();
    }

    assertThat(requests.maySendTo("anna@liveone.example")).isFalse();
    assertThat(requests.maySendTo("ben@liveone.example")).isTrue();
  }
}
