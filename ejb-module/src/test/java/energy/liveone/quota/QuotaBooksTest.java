package energy.liveone.quota;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.quota.QuotaDecision.Denied;
import energy.liveone.quota.QuotaDecision.Granted;
import energy.liveone.quota.QuotaLedger.Settlement;
import energy.liveone.system.SystemId;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.QuotaLimit.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaBooksTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final VendorType VENDOR = new VendorType("solaredge");
  private final QuotaBooks books = new QuotaBooks();

  @Test
  void whatWasNotUsedIsGivenBack() {
    Granted granted = granted(request("key", "1", 4));
    granted.allowance().take();

    books.settle(new Settlement(granted, null), NOW.plusSeconds(3));

    assertThat(outlook("key").usedCalls(NOW.plusSeconds(4))).isEqualTo(1);
  }

  @Test
  void whatIsNeverSettledStaysSpentForAWindow() {
    granted(request("key", "1", 4));

    assertThat(outlook("key").usedCalls(NOW.plus(Duration.ofDays(1)))).isEqualTo(4);
    assertThat(outlook("key").usedCalls(NOW.plus(Duration.ofHours(25)))).isZero();
  }

  @Test
  void fewerCallsAreGrantedWhenTheTightestLimitHasFewer() {
    granted(request("key", "1", 238));

    assertThat(granted(request("key", "2", 4)).allowance().left()).isEqualTo(2);
    assertThat(books.decide(request("key", "3", 4), NOW))
        .isInstanceOfSatisfying(
            Denied.class, denied -> assertThat(denied.scope()).isEqualTo(Scope.CREDENTIAL));
    assertThat(books.decide(request("other key", "4", 4), NOW)).isInstanceOf(Granted.class);
  }

  @Test
  void backfillGetsAllOfItsCallsOrNone() {
    granted(request("key", "1", 240));

    QuotaRequest wanted =
        new QuotaRequest(new SystemId(1), VENDOR, limits("key", "2"), 50, 50, QuotaUse.BACKFILL);

    assertThat(books.decide(wanted, NOW)).isInstanceOf(Denied.class);
  }

  @Test
  void aRefusalOfTheVendorHoldsForEverybodyUnderTheLimit() {
    Granted granted = granted(request("key", "1", 4));
    granted.allowance().take();
    Instant retryAt = NOW.plus(Duration.ofMinutes(40));

    books.settle(new Settlement(granted, limited(retryAt)), NOW);

    assertThat(books.decide(request("key", "2", 4), NOW.plusSeconds(60)))
        .isInstanceOfSatisfying(
            Denied.class,
            denied -> {
              assertThat(denied.until()).isEqualTo(retryAt);
              assertThat(denied.byVendor()).isTrue();
            });
    assertThat(books.decide(request("other key", "3", 4), NOW)).isInstanceOf(Granted.class);
    assertThat(books.decide(request("key", "2", 4), retryAt)).isInstanceOf(Granted.class);
  }

  @Test
  void theFullestLimitIsTheOneThatWasHit() {
    granted(request("other key", "1", 200));
    Granted second = granted(request("key", "1", 4));
    second.allowance().take();

    books.settle(new Settlement(second, limited(NOW.plus(Duration.ofHours(1)))), NOW);

    assertThat(books.decide(request("key", "2", 4), NOW)).isInstanceOf(Granted.class);
    assertThat(books.decide(request("third key", "1", 4), NOW)).isInstanceOf(Denied.class);
  }

  @Test
  void withoutAWordOnTimeTheWaitGrows() {
    Instant first = blockedUntil(NOW);
    Instant second = blockedUntil(first);

    assertThat(first).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    assertThat(second).isEqualTo(first.plus(Duration.ofMinutes(10)));
  }

  private Instant blockedUntil(Instant now) {
    Granted granted = (Granted) books.decide(request("key", "1", 1), now);
    granted.allowance().take();
    books.settle(new Settlement(granted, limited(null)), now);
    return ((Denied) books.decide(request("key", "1", 1), now)).until();
  }

  private Granted granted(QuotaRequest request) {
    return (Granted) books.decide(request, NOW);
  }

  private LimitUse outlook(String key) {
    return books
        .decide(request(key, "unused", 1), NOW.minus(Duration.ofDays(9)))
        .fold(g -> g.outlooks().get(0).use(), d -> d.outlooks().get(0).use());
  }

  private static Failure limited(Instant retryAt) {
    return Failure.of(FailureCode.RATE_LIMITED, "").retryingAt(retryAt);
  }

  private static QuotaRequest request(String account, String site, int calls) {
    return new QuotaRequest(
        new SystemId(1), VENDOR, limits(account, site), calls, 1, QuotaUse.SCHEDULE);
  }

  private static List<ScopedLimit> limits(String account, String site) {
    return List.of(limit(Scope.CREDENTIAL, account), limit(Scope.SITE, site));
  }

  private static ScopedLimit limit(Scope scope, String account) {
    return new ScopedLimit(
        ScopeKey.of(VENDOR, scope, account),
        QuotaLimit.rolling(scope, 300, Duration.ofDays(1), 0.2));
  }
}
