package energy.liveone.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipInterceptorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "deflate, GZIP;q=0.5 | true",
        "br, gzip ; q=1.0 | true",
        "gzip;q=0 | false",
        "gzip;q=0.000 | false",
        "identity | false",
        "x-gzipped | false",
      })
  void callersSayWhetherTheyAcceptIt(String header, boolean accepted) {
    assertThat(GzipInterceptor.acceptsGzip(header)).isEqualTo(accepted);
  }
}
