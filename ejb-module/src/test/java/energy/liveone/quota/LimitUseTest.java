package energy.liveone.quota;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.quota.LimitUse.Slot;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.QuotaLimit.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitUseTest {
  private static final Instant NOW = Instant.parse("2026-11-16T00:00:00Z");

  @Test
  void theScheduleLeavesTheReserve() {
    LimitUse use = aDay(300, 0.2);

    assertThat(use.room(QuotaUse.SCHEDULE, NOW)).isEqualTo(240);
    use.book(NOW, new Slot(240, 0, 60));
    assertThat(use.room(QuotaUse.SCHEDULE, NOW)).isZero();
    assertThat(use.room(QuotaUse.FORCED, NOW)).isEqualTo(60);
    assertThat(use.room(QuotaUse.BACKFILL, NOW)).isEqualTo(48);
  }

  @Test
  void whatTheScheduleDidNotSpendHalfGoesToBackfill() {
    LimitUse use = aDay(300, 0.2);
    use.book(NOW, new Slot(40, 0, 10));

    assertThat(use.room(QuotaUse.BACKFILL, NOW)).isEqualTo(48 + 100);
  }

  @Test
  void nobodyEverGetsMoreThanTheVendorAllows() {
    LimitUse use = aDay(300, 0.2);
    use.book(NOW, new Slot(100, 190, 25));

    for (QuotaUse each : QuotaUse.values()) {
      assertThat(use.room(each, NOW)).isBetween(0, 10);
    }
  }

  @Test
  void aCallCountsUntilItsWholeSlotHasLeftTheWindow() {
    LimitUse use = aDay(1, 0);
    Instant call = NOW.plusSeconds(600);
    use.book(call, new Slot(1, 0, 1));

    assertThat(use.room(QuotaUse.SCHEDULE, call.plus(Duration.ofDays(1)))).isZero();
    Instant free = use.roomAt(QuotaUse.SCHEDULE, 1, call);
    assertThat(free)
        .isBetween(
            call.plus(Duration.ofDays(1)),
            call.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(24)));
    assertThat(use.room(QuotaUse.SCHEDULE, free)).isEqualTo(1);
    assertThat(use.room(QuotaUse.SCHEDULE, free.minusSeconds(1))).isZero();
  }

  @Test
  void aMonthBeginsAnew() {
    LimitUse use = new LimitUse(QuotaLimit.monthly(Scope.APPLICATION, 1000, 0.05), Map.of());
    use.book(NOW, new Slot(950, 0, 950));
    Instant december = Instant.parse("2026-12-01T00:00:00Z");

    assertThat(use.room(QuotaUse.SCHEDULE, NOW)).isZero();
    assertThat(use.roomAt(QuotaUse.SCHEDULE, 1, NOW)).isEqualTo(december);
    assertThat(use.room(QuotaUse.SCHEDULE, december)).isEqualTo(950);
  }

  @Test
  void aMonthEndsWithoutCallsThatMightCountInTheNext() {
    LimitUse use = new LimitUse(QuotaLimit.monthly(Scope.APPLICATION, 1000, 0.05), Map.of());

    assertThat(use.room(QuotaUse.FORCED, Instant.parse("2026-11-30T23:58:30Z"))).isZero();
    assertThat(use.room(QuotaUse.FORCED, Instant.parse("2026-11-30T23:56:30Z"))).isPositive();
  }

  private static LimitUse aDay(int calls, double reserved) {
    return new LimitUse(
        QuotaLimit.rolling(Scope.SITE, calls, Duration.ofDays(1), reserved), Map.of());
  }
}
