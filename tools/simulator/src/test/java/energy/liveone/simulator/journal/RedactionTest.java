package energy.liveone.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_key=s3cret",
        "apiKey=s3cret",
        "a=1&pwd=s3cret&b=2",
        "code=s3cret&state=s3cret",
        "p%77d=s3cret",
        "refresh_token=s3cret=s3cret",
        "%zz=s3cret",
      })
  void secretParametersAreMasked(String query) {
    assertThat(Redaction.path("/site/1/details", query)).doesNotContain("s3cret").contains("***");
  }

  @Test
  void otherParametersStay() {
    assertThat(Redaction.path("/p", "start_at=17&granularity=day&flag"))
        .isEqualTo("/p?start_at=17&granularity=day&flag");
  }

  @Test
  void onlyHarmlessHeadersKeepTheirValues() {
    assertThat(
            Redaction.headers(
                Map.of(
                    "Authorization", "Bearer s3cret",
                    "Cookie", "session=s3cret",
                    "key", "s3cret",
                    "X-Unknown", "s3cret",
                    "User-Agent", "LiveOneEE/1.0",
                    "Host", "127.0.0.1")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "authorization", "***",
                "cookie", "***",
                "key", "***",
                "x-unknown", "***",
                "user-agent", "LiveOneEE/1.0"));
  }
}
