package energy.liveone.grant;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.TokenOutcome;
import energy.liveone.vendor.TokenOutcome.Granted;
import energy.liveone.vendor.TokenOutcome.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes share a store and its leases; the vendor accepts each refresh token once. */
class RenewTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final OAuthTokens FIRST = tokens(0, NOW);

  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final MemoryGrants grants = new MemoryGrants();
  private final MemoryLeases leases = new MemoryLeases();
  private final RenewTokens node = node();
  private final RenewTokens otherNode = node();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();

  RenewTokensTest() {
    grants.put(1, FIRST);
  }

  private RenewTokens node() {
    return new RenewTokens(grants, leases, Clock.fixed(NOW, ZoneOffset.UTC), threads);
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    assertThat(leases.isEmpty()).isTrue();
  }

  private static OAuthTokens tokens(int number, Instant expiresAt) {
    return new OAuthTokens("access-" + number, "refresh-" + number, expiresAt, "4213377");
  }

  /** Takes a moment; refuses every refresh token but the last that it gave. */
  private CompletionStage<TokenOutcome> vendor(OAuthTokens tokens) {
    calls.incrementAndGet();
    return CompletableFuture.supplyAsync(
        () -> {
          int number = Integer.parseInt(tokens.refreshToken().substring("refresh-".length()));
          return accepted.compareAndSet(number, number + 1)
              ? new Granted(tokens(number + 1, NOW.plus(Duration.ofDays(1))))
              : new Refused(Failure.of(FailureCode.AUTH_EXPIRED, "invalid_grant"));
        },
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
  }

  private CompletionStage<TokenOutcome> begin(RenewTokens on, OAuthTokens stale) {
    return on.renew("1", stale, this::vendor);
  }

  private TokenOutcome renew(OAuthTokens stale) {
    return Surroundings.await(begin(node, stale));
  }

  private OAuthTokens stored() {
    return grants.find(new GrantId(1)).orElseThrow().tokens();
  }

  @Test
  void twentyPollsOnTwoNodesAskTheVendorOnce() {
    List<CompletionStage<TokenOutcome>> polls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      polls.add(begin(i % 2 == 0 ? node : otherNode, FIRST));
    }

    assertThat(polls)
        .allSatisfy(poll -> assertThat(Surroundings.await(poll)).isEqualTo(new Granted(stored())));
    assertThat(stored().accessToken()).isEqualTo("access-1");
    assertThat(calls).hasValue(1);
  }

  @Test
  void latecomerWithOldTokensGetsTheStoredOnes() {
    renew(FIRST);

    assertThat(Surroundings.await(begin(otherNode, FIRST))).isEqualTo(new Granted(stored()));
    assertThat(calls).hasValue(1);
  }

  @Test
  void refusedNewTokensAreRenewedAgain() {
    OAuthTokens second = ((Granted) renew(FIRST)).tokens();

    OAuthTokens third = ((Granted) renew(second)).tokens();

    assertThat(third.accessToken()).isEqualTo("access-2");
    assertThat(stored()).isEqualTo(third);
  }

  @Test
  void newTokensAreStoredBeforeAnybodyHasThem() {
    CompletionStage<OAuthTokens> storedThen = begin(node, FIRST).thenApply(outcome -> stored());

    assertThat(Surroundings.await(storedThen).accessToken()).isEqualTo("access-1");
  }

  @Test
  void databaseThatIsAwayForAMomentCostsNothing() {
    grants.failToStore(2);

    assertThat(renew(FIRST)).isInstanceOf(Granted.class);
    assertThat(stored().accessToken()).isEqualTo("access-1");
  }

  @Test
  void tokensThatCouldNotBeStoredAreKeptForTheNextRenewal() {
    grants.failToStore(4);

    Refused refused = (Refused) renew(FIRST);
    TokenOutcome later = renew(FIRST);

    assertThat(refused.failure().code()).isEqualTo(FailureCode.INTERNAL);
    assertThat(later).isEqualTo(new Granted(stored()));
    assertThat(stored().accessToken()).isEqualTo("access-1");
    assertThat(calls).hasValue(1);
  }

  @Test
  void grantThatTheVendorEndedIsRefusedAndKept() {
    accepted.set(7);

    Refused refused = (Refused) renew(FIRST);

    assertThat(refused.failure().code()).isEqualTo(FailureCode.AUTH_EXPIRED);
    assertThat(stored()).isEqualTo(FIRST);
  }

  @Test
  void accountThatWasConnectedAgainMeanwhileWins() {
    OAuthTokens reconnected = tokens(50, NOW.plus(Duration.ofDays(1)));

    TokenOutcome outcome =
        Surroundings.await(
            node.renew(
                "1",
                FIRST,
                tokens -> {
                  grants.replace(grants.find(new GrantId(1)).orElseThrow(), reconnected);
                  return vendor(tokens);
                }));

    assertThat(outcome).isEqualTo(new Granted(reconnected));
    assertThat(stored()).isEqualTo(reconnected);
  }

  @Test
  void unknownGrantIsExpired() {
    grants.remove(1);

    assertThat(((Refused) renew(FIRST)).failure().code()).isEqualTo(FailureCode.AUTH_EXPIRED);
    assertThat(calls).hasValue(0);
  }

  @Test
  void faultOfTheAdapterEndsTheRenewal() {
    TokenOutcome outcome =
        Surroundings.await(
            node.renew(
                "1",
                FIRST,
                tokens -> {
                  throw new IllegalStateException("A bug");
                }));

    assertThat(((Refused) outcome).failure().code()).isEqualTo(FailureCode.INTERNAL);
    assertThat(renew(FIRST)).isInstanceOf(Granted.class);
  }
}
