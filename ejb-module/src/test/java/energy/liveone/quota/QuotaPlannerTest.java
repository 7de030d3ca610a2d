package energy.liveone.quota;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.quota.LimitUse.Slot;
import energy.liveone.quota.QuotaDecision.Denied;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.PollRhythm;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.QuotaLimit.Scope;
import energy.liveone.vendor.VendorSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuotaPlannerTest {
  private static final Instant NOW = Instant.parse("2026-11-16T10:00:00Z");
  private static final VendorType VENDOR = new VendorType("v");
  private static final Duration CADENCE = Duration.ofMinutes(10);

  @Test
  void whatIsEnoughForAllLeavesTheRhythmAlone() {
    LimitOutlook plenty = LimitOutlook.unused(VENDOR, aDay(300), 2);

    Instant byRhythm = QuotaPlanner.next(site(0.3), List.of(), NOW);

    assertThat(QuotaPlanner.next(site(0.3), List.of(plenty), NOW)).isEqualTo(byRhythm);
  }

  @Test
  void theTightestLimitStretchesTheRhythm() {
    LimitOutlook plenty = LimitOutlook.unused(VENDOR, aDay(300), 1);
    LimitOutlook tight = LimitOutlook.unused(VENDOR, aDay(144), 10);

    Instant next = QuotaPlanner.next(site(0.3), List.of(plenty, tight), NOW);

    assertThat(Duration.between(NOW, next))
        .isBetween(CADENCE.multipliedBy(9), CADENCE.multipliedBy(11));
  }

  @Test
  void ofAMonthThatIsSpentTheNextOneIsLeft() {
    LimitUse spent = use(month(), Instant.parse("2026-11-05T00:00:00Z"), 1000);
    Instant december = Instant.parse("2026-12-01T00:00:00Z");
    Set<Instant> firsts = new HashSet<>();

    for (int i = 0; i < 20; i++) {
      Instant next = QuotaPlanner.next(site(i / 20.0), List.of(outlook(month(), spent, 20)), NOW);
      assertThat(next).isAfter(december.minus(CADENCE));
      firsts.add(next);
    }

    assertThat(firsts).hasSizeGreaterThan(15);
  }

  @Test
  void thoseWhoWaitForTheSameMomentComeBackOneAfterTheOther() {
    Instant until = NOW.plus(Duration.ofHours(1));
    Set<Instant> returns = new HashSet<>();

    for (int i = 0; i < 20; i++) {
      LimitOutlook limit = LimitOutlook.unused(VENDOR, aDay(240), 20);
      Denied denied = new Denied(request(), until, limit.limit(), false, List.of(limit));
      Instant again = QuotaPlanner.nextAfterDenial(site(i / 20.0), denied, NOW);
      assertThat(again).isBetween(until, until.plus(Duration.ofHours(1)));
      returns.add(again);
    }

    assertThat(returns).hasSizeGreaterThan(15);
  }

  @Test
  void aShortWindowDelaysNobodyForLong() {
    QuotaLimit minute = QuotaLimit.rolling(Scope.APPLICATION, 10, Duration.ofMinutes(1), 0.2);
    LimitOutlook limit = LimitOutlook.unused(VENDOR, minute, 2);
    LimitOutlook other = LimitOutlook.unused(VENDOR, month(), 2);
    Instant until = NOW.plusSeconds(50);
    Denied denied = new Denied(request(), until, limit.limit(), false, List.of(other, limit));

    assertThat(QuotaPlanner.nextAfterDenial(site(0.99), denied, NOW))
        .isBetween(until, until.plusSeconds(15));
  }

  @Test
  void aLimitThatLastsHasNoExhaustion() {
    LimitUse slow = use(month(), NOW.minus(Duration.ofDays(1)), 90);

    assertThat(QuotaPlanner.exhaustion(outlook(month(), slow, 1), NOW)).isEmpty();
  }

  @Test
  void aLimitThatDoesNotLastSaysWhen() {
    // 300 calls in three days, and 15 days to go with 700.
    LimitUse fast = use(month(), NOW.minus(Duration.ofDays(1)), 300);

    assertThat(QuotaPlanner.exhaustion(outlook(month(), fast, 1), NOW))
        .hasValueSatisfying(
            when ->
                assertThat(when)
                    .isBetween(NOW.plus(Duration.ofDays(6)), NOW.plus(Duration.ofDays(8))));
  }

  @Test
  void aWindowThatGetsBackWhatItSpendsHasNoExhaustion() {
    LimitUse even = new LimitUse(aDay(300), Map.of());
    for (int hour = 0; hour < 24; hour++) {
      even.book(NOW.minus(Duration.ofHours(hour)), new Slot(10, 0, 10));
    }

    assertThat(QuotaPlanner.exhaustion(outlook(aDay(300), even, 1), NOW)).isEmpty();
  }

  private static QuotaRequest request() {
    return new QuotaRequest(new SystemId(1), VENDOR, List.of(), 1, 1, QuotaUse.SCHEDULE);
  }

  private static QuotaLimit aDay(int calls) {
    return QuotaLimit.rolling(Scope.CREDENTIAL, calls, Duration.ofDays(1), 0);
  }

  private static QuotaLimit month() {
    return QuotaLimit.monthly(Scope.APPLICATION, 1000, 0);
  }

  private static LimitUse use(QuotaLimit limit, Instant when, int calls) {
    LimitUse use = new LimitUse(limit, Map.of());
    use.book(when, new Slot(calls, 0, calls));
    return use;
  }

  private static LimitOutlook outlook(QuotaLimit limit, LimitUse use, int systems) {
    return new LimitOutlook(
        new ScopedLimit(ScopeKey.of(VENDOR, limit.scope(), ""), limit), use, systems);
  }

  private static PolledSite site(double place) {
    return new PolledSite(
        PollRhythm.steady(new PollPolicy(CADENCE, CADENCE, 1)),
        new VendorSystem("system:1", "1", ZoneId.of("UTC"), Map.of()),
        place,
        1);
  }
}
