package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.HttpOutcome.Answer;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static Answer answer(String retryAfter) {
    var headers = HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter)), (n, v) -> true);
    return new Answer(429, headers, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 2026-11-23T12:00:00Z",
        "90 | 2026-11-23T12:01:30Z",
        "86401 | 2026-11-24T12:00:00Z",
        "99999999999999999999 | 2026-11-24T12:00:00Z",
        "Mon, 23 Nov 2026 12:05:00 GMT | 2026-11-23T12:05:00Z",
        "Mon, 23 Nov 2026 11:05:00 GMT | 2026-11-23T12:00:00Z"
      })
  void secondsAndDatesAreBelievedForADayAtMost(String header, Instant when) {
    assertThat(RetryAfter.of(answer(header), NOW)).contains(when);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "２"})
  void illegibleHeadersSayNothing(String header) {
    assertThat(RetryAfter.of(answer(header), NOW)).isEmpty();
  }
}
