package energy.liveone.audit;

import static energy.liveone.audit.AuditAct.SIGN_IN_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrequentActsTest {
  private static final AuditSubject ANNA = AuditSubject.account(1);

  private final FrequentActs acts =
      new FrequentActs(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void theFirstOfAKindIsWrittenAtOnceAndTheOthersAreCounted() {
    assertThat(acts.isFirst(SIGN_IN_FAILED, ANNA, "192.0.2.1")).isTrue();
    assertThat(acts.isFirst(SIGN_IN_FAILED, ANNA, "192.0.2.1")).isFalse();
    assertThat(acts.isFirst(SIGN_IN_FAILED, ANNA, "192.0.2.1")).isFalse();
    assertThat(acts.isFirst(SIGN_IN_FAILED, ANNA, "192.0.2.2")).isTrue();

    List<NewEntry> counted = acts.takeAll();
    assertThat(counted).singleElement().satisfies(e -> assertThat(e.occurrences()).isEqualTo(2));
    assertThat(counted.get(0).addressOrNull()).isEqualTo("192.0.2.1");
  }

  @Test
  void aFloodFromEverywhereWritesABoundedNumberOfEntries() {
    int written = 0;
    for (int i = 0; i < 10_000; i++) {
      written += acts.isFirst(SIGN_IN_FAILED, ANNA, "2001:db8::" + i) ? 1 : 0;
    }

    List<NewEntry> counted = acts.takeAll();
    assertThat(written).isEqualTo(FrequentActs.MAX_KINDS);
    assertThat(counted)
        .singleElement()
        .satisfies(e -> assertThat(e.occurrences()).isEqualTo(9_800));
    assertThat(counted.get(0).addressOrNull()).isEqualTo(FrequentActs.SEVERAL);
  }

  @Test
  void aCountIsTakenOnceAMinuteAndOnlyOnce() {
    MovableClock clock = new MovableClock();
    FrequentActs moving = new FrequentActs(clock);
    moving.takeCounted();
    moving.isFirst(SIGN_IN_FAILED, ANNA, "192.0.2.1");
    moving.isFirst(SIGN_IN_FAILED, ANNA, "192.0.2.1");

    assertThat(moving.takeCounted()).isEmpty();
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    assertThat(moving.takeCounted()).hasSize(1);
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    assertThat(moving.takeCounted()).isEmpty();
    assertThat(moving.isFirst(SIGN_IN_FAILED, ANNA, "192.0.2.1")).isTrue();
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
