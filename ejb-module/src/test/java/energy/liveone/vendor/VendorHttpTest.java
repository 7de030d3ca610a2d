package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.HttpOutcome.NoAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VendorHttpTest {
  private final FakeServer server =
      new FakeServer(
          call ->
              call.path().equals("/silent")
                  ? new FakeReply.Silence()
                  : call.path().equals("/redirect")
                      ? FakeReply.redirect("/elsewhere")
                      : FakeReply.status(200, "ä" + call.body()));
  private final VendorHttp http = http(Duration.ofSeconds(10));

  private static VendorHttp http(Duration patience) {
    return new VendorHttp(
        new HttpLimits(patience, patience, 1024), "test", Executors.newFixedThreadPool(2));
  }

  private URI uri(String path) {
    return URI.create(server.baseUrl() + path);
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void formIsEncodedAndTheAnswerReadAsUtf8() {
    HttpCall form = HttpCall.form(uri("/"), Map.of("a", "b&c=ü"));

    Answer answer = (Answer) Surroundings.await(http.send(form));

    assertThat(answer.body()).isEqualTo("äa=b%26c%3D%C3%BC");
  }

  @Test
  void redirectIsAnAnswerAndNotFollowed() {
    Answer answer = (Answer) Surroundings.await(http.send(HttpCall.get(uri("/redirect"))));

    assertThat(answer.isRedirect()).isTrue();
    assertThat(answer.header("location")).contains("/elsewhere");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void hundredsOfCallsWaitAtOnceOnTwoThreads() {
    try (VendorHttp impatient = http(Duration.ofSeconds(2))) {
      List<CompletionStage<HttpOutcome>> calls =
          IntStream.range(0, 300)
              .mapToObj(i -> impatient.send(HttpCall.get(uri("/silent?api_key=hunter2"))))
              .toList();

      assertThat(calls)
          .allSatisfy(
              call -> {
                Failure failure = ((NoAnswer) Surroundings.await(call)).failure();
                assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
                assertThat(failure.toString()).doesNotContain("hunter2");
              });
    }
  }

  @Test
  void callThatCannotBeBuiltIsOurOwnFault() {
    HttpCall split = HttpCall.get(uri("/")).with("Cookie", "a\r\nHost: b");

    NoAnswer none = (NoAnswer) Surroundings.await(http.send(split));

    assertThat(none.failure().code()).isEqualTo(FailureCode.INTERNAL);
  }

  @Test
  void unknownHostIsUnavailable() {
    HttpCall nowhere = HttpCall.get(URI.create("http://no-such-host.invalid/?api_key=hunter2"));

    NoAnswer none = (NoAnswer) Surroundings.await(http.send(nowhere));

    assertThat(none.failure().code()).isEqualTo(FailureCode.VENDOR_UNAVAILABLE);
    assertThat(none.toString()).doesNotContain("hunter2");
  }

  @Test
  void neitherCallNorAnswerPrintsSecrets() {
    HttpCall call =
        HttpCall.form(uri("/?api_key=hunter2"), Map.of("pwd", "hunter2")).with("Cookie", "hunter2");

    Answer answer = (Answer) Surroundings.await(http.send(call));

    assertThat(call.toString() + answer).doesNotContain("hunter2");
  }
}
