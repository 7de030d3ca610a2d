package energy.liveone.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://select.live",
        "http://localhost:9000/selectronic",
        "http://127.0.0.1:9000",
        "http://[::1]:9000",
        "http://192.168.1.20",
        "https://4.example.org/path",
        "https://8.8.8.8",
      })
  void addressOfAMachineMayBeCalled(String url) {
    assertThat(OutboundUrl.parse(url)).contains(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "gopher://host",
        "jar:http://host!/x",
        "//host",
        "http:///path",
        "http://anna:hunter2@host",
        "http://host/#x",
        "http://169.254.169.254/latest/meta-data",
        "http://[fe80::1]/",
        "http://[::ffff:169.254.169.254]/",
        "http://0.0.0.0:8080",
        "http://[::]/",
        "http://224.0.0.1",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://127.1/",
        "http://0177.0.0.01/",
      })
  void whatLeadsNowhereGoodIsNotAnAddress(String url) {
    assertThat(OutboundUrl.parse(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost",
        "https://db.localhost",
        "https://metadata.google.internal",
        "https://127.8.9.1",
        "https://10.0.0.1",
        "https://172.20.0.1",
        "https://192.168.0.1",
        "https://[::1]",
        "https://[fd00::1]",
        "https://[::ffff:10.0.0.1]",
      })
  void privateAddressIsInside(String url) {
    assertThat(OutboundUrl.isInside(URI.create(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://accounts.example.org", "https://8.8.8.8", "https://[2001:db8::1]"})
  void publicAddressIsNot(String url) {
    assertThat(OutboundUrl.isInside(URI.create(url))).isFalse();
  }
}
