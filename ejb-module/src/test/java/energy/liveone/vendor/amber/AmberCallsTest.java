package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.FakeReply;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Fetched;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.Surroundings;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmberCallsTest extends AmberScene {
  @Test
  void pricesOfTodayAndTomorrowAreAskedForWithTheKey() {
    fetch();

    assertThat(amber.dataCalls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.uri())
                  .hasToString(
                      "/sites/" + SITE + "/prices?startDate=2026-11-23&endDate=2026-11-24");
              assertThat(call.header("Authorization")).contains("Bearer psk_secret_of_anna");
              assertThat(call.header("Accept")).contains("application/json");
            });
  }

  @Test
  void afterMidnightTheDayBeforeIsAskedForToo() {
    fetchAt("2026-11-22T14:00:30Z", new PollMemory(Map.of()));
    fetchAt("2026-11-22T15:00:30Z", new PollMemory(Map.of()));

    assertThat(amber.dataCalls())
        .extracting(call -> call.uri().getQuery())
        .containsExactly(
            "startDate=2026-11-22&endDate=2026-11-24", "startDate=2026-11-23&endDate=2026-11-24");
  }

  @Test
  void withOneCallLeftOnlyPricesAreAskedFor() {
    Fetched fetched =
        (Fetched) fetch(system(), new Poll(Allowance.of(1), new PollMemory(Map.of()), true));

    assertThat(amber.received()).hasSize(1);
    assertThat(fetched.missing()).isNull();
  }

  @Test
  void usageIsAskedForAfterItsPauseOnly() {
    amber.onUsage(call -> FakeReply.status(500, ""));
    PollMemory memory = new PollMemory(Map.of());

    fetchAt("2026-11-23T02:30:30Z", memory);
    fetchAt("2026-11-23T02:35:30Z", memory);
    fetchAt("2026-11-23T03:25:30Z", memory);
    assertThat(amber.usageQueries()).hasSize(1);
    fetchAt("2026-11-23T03:30:30Z", memory);
    assertThat(amber.usageQueries()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 2026-11-23T02:40:00Z",
    "Retry-After, 10, 2026-11-23T02:40:00Z",
    "Retry-After, 1800, 2026-11-23T03:01:07Z",
    "RateLimit-Reset, 600, 2026-11-23T02:41:07Z",
    "RateLimit-Reset, soon, 2026-11-23T02:40:00Z"
  })
  void afterTooManyCallsThereIsNoneForAWindowBeyondTheNextBoundary(
      String header, String value, Instant retryAt) {
    FakeReply.Full refusal = FakeReply.status(429, "Too Many Requests");
    amber.onData(call -> header.isEmpty() ? refusal : refusal.with(header, value));
    PollMemory memory = new PollMemory(Map.of());

    Failure failure = failure(fetchAt(NOW.toString(), memory));
    Failure again = failure(fetchAt(retryAt.minusSeconds(1).toString(), memory));

    assertThat(failure.code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(failure.retryTime()).contains(retryAt);
    assertThat(again.retryTime()).contains(retryAt);
    assertThat(amber.received()).hasSize(1);
    fetchAt(retryAt.toString(), memory);
    assertThat(amber.received()).hasSize(2);
  }

  @Test
  void limitHitByUsageHoldsTheNextPricesBackToo() {
    amber.onUsage(call -> FakeReply.status(429, ""));
    PollMemory memory = new PollMemory(Map.of());

    Fetched fetched = (Fetched) fetchAt("2026-11-23T02:30:30Z", memory);
    FetchResult next = fetchAt("2026-11-23T02:35:30Z", memory);

    assertThat(fetched.missing()).isNotNull();
    assertThat(failure(next).code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(amber.received()).hasSize(2);
  }

  @Test
  void noCallIsMadeWhenAmberSaysThatNoneIsLeft() {
    amber.onData(
        call ->
            FakeReply.json(payload("sample.json"))
                .with("RateLimit-Remaining", "0")
                .with("RateLimit-Reset", "290"));
    PollMemory memory = new PollMemory(Map.of());

    assertThat(measurements(fetchAt("2026-11-23T02:30:30Z", memory)).intervals()).isNotEmpty();
    assertThat(failure(fetchAt("2026-11-23T02:35:19Z", memory)).retryTime())
        .contains(Instant.parse("2026-11-23T02:35:20Z"));

    assertThat(amber.received()).hasSize(1);
  }

  @Test
  void wrongParametersAreOurMistake() {
    amber.onData(call -> FakeReply.status(400, "{\"message\":\"Bad Request\"}"));

    assertThat(failure(fetch()).code()).isEqualTo(FailureCode.BAD_RESPONSE);
    assertThat(amber.received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../admin", "01F5?x=1", "01 F5"})
  void siteIsAPlainName(String site) {
    Credentials credentials = credentials(site);

    FetchResult result =
        Surroundings.await(
            adapter(NOW).fetchLatestData(unknownSystem(), credentials, Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.NOT_CONFIGURED);
    assertThat(adapter(NOW).vendorSiteId(credentials)).isEmpty();
  }

  @Test
  void keyOfTwoLinesIsNoKey() {
    var credentials = new Credentials(Map.of("apiKey", "psk_a\r\nHost: b", "siteId", SITE));

    FetchResult result =
        Surroundings.await(adapter(NOW).fetchLatestData(system(), credentials, Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.NOT_CONFIGURED);
  }
}
