package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every vendor that we call, tried over real HTTP against a double of it. The
 * payloads {@code sample}, {@code missing-fields}, {@code null-values}, {@code wrong-types}, {@code
 * huge-numbers}, {@code unknown-fields}, {@code unknown-values}, {@code repeated-timestamp} (the
 * sample's times with other values, twice where one answer can hold a time twice) and {@code
 * future-timestamp} exist for each; in those of what is missing, wrong or unknown the only usable
 * value is {@link #usable}. What values mean is tried by {@link PolledMeaningContract}, what must
 * stay apart and secret by {@link PolledIsolationContract}. Vendors with logins of their own extend
 * {@link LoginVendorContract}.
 */
public abstract class PolledVendorContract extends PolledIsolationContract {
  private static final Duration CLOCK_ERROR = Duration.ofMinutes(3);
  private static final Duration BELIEVABLE_AHEAD = Duration.ofMinutes(5);

  /** What a credential that the vendor refuses is called. */
  protected FailureCode refusedCode() {
    return FailureCode.AUTH_FAILED;
  }

  /** What a status stands for when the vendor's page says otherwise. */
  protected FailureCode codeOf(int status, FailureCode usual) {
    return usual;
  }

  /**
   * When to call again after a refusal for too many calls.
   *
   * @param told how long the answer says to wait, if it does
   */
  protected Optional<Instant> retryTimeAfter(Optional<Duration> told) {
    return told.map(now()::plus);
  }

  // Credentials

  @Test
  void refusedCredentialIsSaidToBeRefused() {
    vendor.refuseLogins();

    assertThat(failure().code()).isEqualTo(refusedCode());
  }

  @Test
  void credentialThatEndsBetweenTwoPollsIsRefused() {
    assertThat(values(fetch())).isNotEmpty();
    vendor.refuseLogins();
    vendor.expireSessions();

    assertThat(failure().code()).isEqualTo(refusedCode());
  }

  @Test
  void missingCredentialsAreNotConfiguredWithoutACall() {
    FetchResult result =
        Surroundings.await(
            adapterAlone()
                .fetchLatestData(system("anna", site()), Credentials.NONE, Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.NOT_CONFIGURED);
    assertThat(vendor.logins()).isZero();
    assertThat(vendor.dataCalls()).isEmpty();
  }

  // Allowance and memory

  @Test
  void pollTakesNoMoreCallsThanItDeclares() {
    int declared = adapterAlone().callsPerPoll(system("anna", site()));
    Allowance allowance = Allowance.of(100);

    Surroundings.await(begin("anna", new Poll(allowance, new PollMemory(Map.of()), true)));

    assertThat(allowance.used())
        .isBetween(adapterAlone().quotaLimits().isEmpty() ? 0 : 1, declared);
  }

  @Test
  void withoutAnAllowanceNoCallIsMade() {
    assumeTrue(!adapterAlone().quotaLimits().isEmpty(), "The vendor counts nothing");

    Surroundings.await(begin("anna", new Poll(Allowance.of(0), new PollMemory(Map.of()), true)));

    assertThat(vendor.dataCalls()).isEmpty();
  }

  // Refusals

  @Test
  void rateLimitWithSecondsSaysWhenToCallAgain() {
    vendor.onData(call -> FakeReply.status(429, "slow down").with("Retry-After", "120"));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(failure.retryTime()).isEqualTo(retryTimeAfter(Optional.of(Duration.ofMinutes(2))));
  }

  @Test
  void rateLimitWithoutRetryAfterLeavesTheTimeOpen() {
    vendor.onData(call -> FakeReply.status(429, "slow down"));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(failure.retryTime()).isEqualTo(retryTimeAfter(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "500, VENDOR_UNAVAILABLE",
    "502, VENDOR_UNAVAILABLE",
    "503, VENDOR_UNAVAILABLE",
    "504, VENDOR_UNAVAILABLE",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "418, BAD_RESPONSE"
  })
  void statusTellsTheKindOfFailure(int status, FailureCode usual) {
    vendor.onData(call -> FakeReply.status(status, "<html>Oops</html>"));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(codeOf(status, usual));
    assertThat(failure.httpStatus()).isEqualTo(status);
    assertThat(failure.response()).contains("Oops");
  }

  // The way there

  @Test
  void silentVendorIsATimeout() {
    vendor.onData(call -> new FakeReply.Silence());

    assertThat(impatientFailure().code()).isEqualTo(FailureCode.TIMEOUT);
  }

  @Test
  void bodyThatStopsHalfwayIsATimeout() {
    vendor.onData(call -> new FakeReply.Trickle());

    assertThat(impatientFailure().code()).isEqualTo(FailureCode.TIMEOUT);
  }

  @Test
  void droppedConnectionIsUnavailable() {
    vendor.onData(call -> new FakeReply.HangUp());

    assertThat(failure().code()).isEqualTo(FailureCode.VENDOR_UNAVAILABLE);
  }

  @Test
  void connectionDroppedInTheBodyIsUnavailable() {
    vendor.onData(call -> new FakeReply.BreakOff());

    assertThat(failure().code()).isEqualTo(FailureCode.VENDOR_UNAVAILABLE);
  }

  @Test
  void refusedConnectionIsUnavailable() throws Exception {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    try (Surroundings nowhere = surroundings("http://127.0.0.1:" + closedPort, PATIENT, clock())) {
      FetchResult result =
          Surroundings.await(
              adapter(nowhere)
                  .fetchLatestData(system("anna", site()), credentials("anna"), Poll.unlimited()));

      assertThat(failure(result).code()).isEqualTo(FailureCode.VENDOR_UNAVAILABLE);
    }
  }

  @Test
  void endlessBodyIsCutOffAsBadResponse() {
    vendor.onData(call -> new FakeReply.Flood(8 << 20));

    assertThat(failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
  }

  // Bodies

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Down for tea</body></html>",
        "{\"items\": {\"load_w\": NaN}}",
        "not json",
        "[1, 2]",
        "null",
        "{} trailing"
      })
  void bodyThatIsNotTheVendorsJsonIsBadResponse(String body) {
    serve(body);

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.BAD_RESPONSE);
    assertThat(failure.response()).isEqualTo(body);
  }

  @Test
  void emptyBodyIsBadResponse() {
    serve("");

    assertThat(failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
  }

  @Test
  void truncatedBodyIsBadResponse() {
    String sample = payload("sample.json").strip();

    for (int length = 1; length < sample.length(); length += 97) {
      serve(sample.substring(0, length));
      assertThat(failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
    }
  }

  @Test
  void veryDeepBodyIsBadResponse() {
    serve("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

    assertThat(failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing-fields",
        "null-values",
        "wrong-types",
        "unknown-fields",
        "unknown-values"
      })
  void onlyWhatCannotBeUnderstoodIsLost(String oddity) {
    serve(payload(oddity + ".json"));

    Map<String, Double> values = values(fetch());

    values.keySet().removeIf(this::mayStandBeside);
    assertThat(values).isEqualTo(Map.of(usable().point(), usable().value(usable().text())));
  }

  @Test
  void hugeNumbersStayFiniteForQuarantine() {
    serve(payload("huge-numbers.json"));

    assertThat(values(fetch()))
        .containsEntry(usable().point(), usable().value(usable().text()))
        .allSatisfy((key, value) -> assertThat(value).isFinite());
  }

  // Time

  @Test
  void nothingOfTheFutureBecomesAReading() {
    serve(payload("future-timestamp.json"));
    Instant latest = now().plus(BELIEVABLE_AHEAD);

    fetch()
        .<Void>fold(
            fetched -> {
              assertThat(fetched.observedAt()).isBeforeOrEqualTo(latest);
              assertThat(fetched.measurements().samples())
                  .allSatisfy(one -> assertThat(one.time()).isBeforeOrEqualTo(latest));
              assertThat(fetched.measurements().intervals())
                  .allSatisfy(one -> assertThat(one.measuredAt(now())).isBeforeOrEqualTo(latest));
              return null;
            },
            nothing -> {
              assertThat(nothing.asOf()).isBeforeOrEqualTo(latest);
              return null;
            },
            failed -> {
              assertThat(failed.failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
              return null;
            });
  }

  @Test
  void repeatedTimestampGivesOneReadingEachAtTheSameTime() {
    FetchResult.Fetched before = (FetchResult.Fetched) fetch();
    serve(payload("repeated-timestamp.json"));

    FetchResult.Fetched after = (FetchResult.Fetched) fetch();

    assertThat(after.observedAt()).isEqualTo(before.observedAt());
    assertThat(after.measurements().samples())
        .extracting(one -> List.of(one.point(), one.time()))
        .doesNotHaveDuplicates();
    assertThat(after.measurements().intervals())
        .extracting(one -> List.of(one.point(), one.end()))
        .doesNotHaveDuplicates();
  }

  @Test
  void sameAnswerAgainGivesTheSameReadings() {
    assertThat(fetch()).isEqualTo(fetch());
  }

  @Test
  void clockThatIsThreeMinutesOffChangesNoValue() {
    Map<String, Double> right = values(fetch());

    assertThat(values(fetchWithClockOff(CLOCK_ERROR))).isEqualTo(right);
    assertThat(values(fetchWithClockOff(CLOCK_ERROR.negated()))).isEqualTo(right);
  }
}
