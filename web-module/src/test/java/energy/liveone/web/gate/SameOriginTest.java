package energy.liveone.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "same-origin, -, YES",
        "none, -, YES",
        "same-origin, https://evil.example, YES",
        "same-site, https://solar.example, NO",
        "cross-site, https://solar.example, NO",
        "nonsense, -, NO",
        "-, https://solar.example, YES",
        "-, https://SOLAR.example:443, YES",
        "-, http://192.168.1.9:8080, YES",
        "-, http://192.168.1.9:8081, NO",
        "-, http://192.168.1.9, NO",
        "-, https://solar.example.evil.example, NO",
        "-, https://evil.example/solar.example, NO",
        "-, https://solar.example@evil.example, NO",
        "-, null, NO",
        "-, '', NO",
        "-, not a uri, NO",
        "-, -, UNKNOWN",
      })
  void theBrowserSaysWhereARequestIsFrom(
      @Nullable String site, @Nullable String origin, SameOrigin expected) {
    assertThat(SameOrigin.of(site, origin, Set.of("solar.example", "192.168.1.9:8080")))
        .isEqualTo(expected);
  }
}
