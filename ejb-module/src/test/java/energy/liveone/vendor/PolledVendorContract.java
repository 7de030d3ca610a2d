package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.vendor.FetchResult.Fetched;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every vendor that we call, tried over real HTTP against a double of it. The
 * payloads {@code sample}, {@code missing-fields}, {@code null-values}, {@code wrong-types}, {@code
 * huge-numbers}, {@code unknown-fields} and {@code future-timestamp} exist for each; in all but the
 * first and the last the only usable value is a load of 512.5 W.
 */
public abstract class PolledVendorContract extends PolledVendorFixture {
  private static final Map<String, Double> ONLY_THE_LOAD = Map.of("load_w", 512.5);

  // Login

  @Test
  void refusedLoginIsAuthFailed() {
    vendor.refuseLogins();

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.AUTH_FAILED);
    assertThat(vendor.dataCalls()).isEmpty();
    assertNothingSecret(failure);
  }

  @Test
  void loginIsKeptBetweenPolls() {
    IntStream.range(0, 5).forEach(i -> assertThat(values(fetch())).isNotEmpty());

    assertThat(vendor.logins()).isEqualTo(1);
  }

  @Test
  void pollsAtTheSameTimeShareOneLogin() {
    List<CompletionStage<FetchResult>> polls =
        IntStream.range(0, 20).mapToObj(i -> begin("anna")).toList();

    assertThat(polls).allSatisfy(poll -> assertThat(values(Surroundings.await(poll))).isNotEmpty());
    assertThat(vendor.logins()).isEqualTo(1);
  }

  @Test
  void expiredLoginIsRenewedAndTheCallRepeated() {
    FetchResult before = fetch();
    vendor.expireSessions();

    FetchResult after = fetch();

    assertThat(values(after)).isEqualTo(values(before));
    assertThat(vendor.logins()).isEqualTo(2);
  }

  @Test
  void loginThatIsNeverRememberedIsAuthFailedAfterOneRepetition() {
    vendor.neverRememberLogins();

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.AUTH_FAILED);
    assertThat(vendor.logins()).isEqualTo(2);
    assertThat(vendor.dataCalls()).hasSize(2);
    assertNothingSecret(failure);
  }

  @Test
  void twoAccountsNeverShareALogin() {
    vendor.onData(
        call -> {
          String load = vendor.accountOf(call).equals("anna") ? "1" : "2";
          return FakeReply.json(payload("missing-fields.json").replace("512.5", load));
        });
    List<CompletionStage<FetchResult>> annas =
        IntStream.range(0, 10).mapToObj(i -> begin("anna")).toList();
    List<CompletionStage<FetchResult>> bens =
        IntStream.range(0, 10).mapToObj(i -> begin("ben")).toList();

    assertThat(annas)
        .allSatisfy(p -> assertThat(values(Surroundings.await(p))).containsEntry("load_w", 1.0));
    assertThat(bens)
        .allSatisfy(p -> assertThat(values(Surroundings.await(p))).containsEntry("load_w", 2.0));
    assertThat(vendor.logins()).isEqualTo(2);
  }

  @Test
  void changedCredentialsDoNotUseTheLoginOfTheEarlierOnes() {
    fetch();

    Surroundings.await(
        adapterAlone()
            .fetchLatestData(system("anna", site()), credentials("ben"), Poll.unlimited()));

    assertThat(vendor.dataCalls()).extracting(vendor::accountOf).containsExactly("anna", "ben");
  }

  @Test
  void missingCredentialsAreNotConfiguredWithoutACall() {
    FetchResult result =
        Surroundings.await(
            adapterAlone()
                .fetchLatestData(system("anna", site()), Credentials.NONE, Poll.unlimited()));

    assertThat(failure(result).code()).isEqualTo(FailureCode.NOT_CONFIGURED);
    assertThat(vendor.logins()).isZero();
  }

  // Refusals

  @Test
  void rateLimitWithSecondsSaysWhenToCallAgain() {
    vendor.onData(call -> FakeReply.status(429, "slow down").with("Retry-After", "120"));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(failure.retryTime()).contains(now().plusSeconds(120));
  }

  @Test
  void rateLimitWithoutRetryAfterLeavesTheTimeOpen() {
    vendor.onData(call -> FakeReply.status(429, "slow down"));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(failure.retryTime()).isEmpty();
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
  void statusTellsTheKindOfFailure(int status, FailureCode code) {
    vendor.onData(call -> FakeReply.status(status, "<html>Oops</html>"));

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(code);
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

    Failure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.VENDOR_UNAVAILABLE);
    assertThat(failure.detail()).doesNotContain("http");
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
  void bodyThatIsNotOneJsonObjectIsBadResponse(String body) {
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

  @Test
  void futureTimestampIsBadResponse() {
    serve(payload("future-timestamp.json"));

    assertThat(failure().code()).isEqualTo(FailureCode.BAD_RESPONSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing-fields", "null-values", "wrong-types", "unknown-fields"})
  void whatIsNotANumberHasNoReading(String oddity) {
    serve(payload(oddity + ".json"));

    Map<String, Double> values = values(fetch());

    values.keySet().removeIf(this::isPartOfASum);
    assertThat(values).isEqualTo(ONLY_THE_LOAD);
  }

  /** Points that the odd payloads fill with half a sum, to see that no whole is made of it. */
  protected abstract boolean isPartOfASum(String pointKey);

  @Test
  void hugeNumbersStayFiniteForQuarantine() {
    serve(payload("huge-numbers.json"));

    assertThat(values(fetch()))
        .containsEntry("load_w", 512.5)
        .allSatisfy((key, value) -> assertThat(value).isFinite());
  }

  // Meaning

  @Test
  void everyReadingIsOfADeclaredPointAndPlausible() {
    Map<PointKey, PointDefinition> points =
        adapterAlone().defaultPoints(system("anna", site())).stream()
            .collect(Collectors.toMap(PointDefinition::key, point -> point));

    assertThat(((Fetched) fetch()).measurements().samples())
        .isNotEmpty()
        .allSatisfy(
            reading -> {
              assertThat(points).containsKey(reading.point());
              assertThat(points.get(reading.point()).range().admits(reading.value())).isTrue();
            });
  }

  @Test
  void loadIsSolarPlusGridPlusBattery() {
    Map<String, Double> w = values(fetch());

    double balance = w.get("solar_w") + w.get("grid_w") + w.get("battery_w");
    assertThat(w.get("load_w")).isCloseTo(balance, Offset.offset(200.0));
  }

  @Test
  void answerIsKeptForTheSessionWithoutSecrets() {
    vendor.onData(
        call ->
            FakeReply.json(
                payload("sample.json")
                    .replaceFirst(
                        "\\{",
                        "{\"echo\": \""
                            + String.join(" ", vendor.issuedSecrets())
                            + "\", \"password\": \"hunter2hunter2\",")));

    Fetched fetched = (Fetched) fetch();

    assertThat(fetched.response()).contains("echo").doesNotContain("hunter2");
    assertNothingSecret(fetched);
  }
}
