package energy.liveone.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final String PROXY = "10.0.0.1";
  private final TrustedProxies xForwarded =
      new TrustedProxies(Optional.of("10.0.0.0/8, fd00::/8"), "x-forwarded");
  private final TrustedProxies forwarded =
      new TrustedProxies(Optional.of("10.0.0.0/8, fd00::/8"), "forwarded");

  private static RequestOrigin origin(
      TrustedProxies proxies, String peer, Map<String, List<String>> headers) {
    return proxies.originOf(
        new RequestOrigin(peer, false, "inner:8080"),
        name -> headers.getOrDefault(name, List.of()));
  }

  @Test
  void byDefaultNobodyIsTrusted() {
    TrustedProxies none = new TrustedProxies(Optional.empty(), "x-forwarded");

    RequestOrigin origin =
        origin(
            none,
            "127.0.0.1",
            Map.of(
                "X-Forwarded-For", List.of("198.51.100.7"),
                "X-Forwarded-Proto", List.of("https"),
                "X-Forwarded-Host", List.of("evil.example")));

    assertThat(origin).isEqualTo(new RequestOrigin("127.0.0.1", false, "inner:8080"));
  }

  @Test
  void aTrustedProxySaysWhoCalledAndHow() {
    RequestOrigin origin =
        origin(
            xForwarded,
            PROXY,
            Map.of(
                "X-Forwarded-For", List.of("198.51.100.7"),
                "X-Forwarded-Proto", List.of("https"),
                "X-Forwarded-Host", List.of("solar.example")));

    assertThat(origin).isEqualTo(new RequestOrigin("198.51.100.7", true, "solar.example"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.1.1.1, 198.51.100.7                | 198.51.100.7
          1.1.1.1, 198.51.100.7, 10.9.9.9      | 198.51.100.7
          10.3.3.3, 10.2.2.2                   | 10.3.3.3
          198.51.100.7:4711                    | 198.51.100.7
          [2001:db8::7]:4711                   | 2001:db8:0:0:0:0:0:7
          2001:db8::7                          | 2001:db8:0:0:0:0:0:7
          ::ffff:198.51.100.7                  | 198.51.100.7
          198.51.100.7, fd00::5                | 198.51.100.7
          198.51.100.7, garbage                | 10.0.0.1
          198.51.100.7, unknown, 10.5.5.5      | 10.5.5.5
          198.51.100.7, 1.2.3.4.5              | 10.0.0.1
          198.51.100.7, 256.1.1.1              | 10.0.0.1
          198.51.100.7, <script>               | 10.0.0.1
          198.51.100.7,                        | 10.0.0.1
          localhost                            | 10.0.0.1
          """)
  void theRightmostAddressThatIsNoProxyIsTheCaller(String header, String caller) {
    RequestOrigin origin = origin(xForwarded, PROXY, Map.of("X-Forwarded-For", List.of(header)));

    assertThat(origin.address()).isEqualTo(caller);
  }

  @Test
  void severalHeadersAreOneList() {
    RequestOrigin origin =
        origin(xForwarded, PROXY, Map.of("X-Forwarded-For", List.of("1.1.1.1", "198.51.100.7")));

    assertThat(origin.address()).isEqualTo("198.51.100.7");
  }

  @Test
  void whatTheCallerClaimsOfItsSchemeCountsLessThanWhatTheProxySays() {
    RequestOrigin origin =
        origin(
            xForwarded,
            PROXY,
            Map.of(
                "X-Forwarded-For", List.of("1.1.1.1, 198.51.100.7"),
                "X-Forwarded-Proto", List.of("https, http"),
                "X-Forwarded-Host", List.of("evil.example, solar.example")));

    assertThat(origin).isEqualTo(new RequestOrigin("198.51.100.7", false, "solar.example"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          for=198.51.100.7;proto=https;host=solar.example             | 198.51.100.7         | true  | solar.example
          For="[2001:db8::7]:4711"; Proto=HTTPS                       | 2001:db8:0:0:0:0:0:7 | true  | inner:8080
          for=1.1.1.1, for=198.51.100.7;proto=http, for=10.4.4.4      | 198.51.100.7         | false | inner:8080
          for="1.1.1.1, for=2.2.2.2", for=198.51.100.7                | 198.51.100.7         | false | inner:8080
          for="198.51.100.7\\"                                        | 10.0.0.1             | false | inner:8080
          for=_hidden;proto=https                                     | 10.0.0.1             | false | inner:8080
          proto=https                                                 | 10.0.0.1             | false | inner:8080
          for=198.51.100.7;host="evil.example/x y"                    | 198.51.100.7         | false | inner:8080
          ;;,,=                                                       | 10.0.0.1             | false | inner:8080
          """)
  void rfc7239IsRead(String header, String caller, boolean isSecure, String host) {
    RequestOrigin origin = origin(forwarded, PROXY, Map.of("Forwarded", List.of(header)));

    assertThat(origin).isEqualTo(new RequestOrigin(caller, isSecure, host));
  }

  @Test
  void theHeaderThatTheProxyDoesNotWriteIsTheCallersAndIsNotRead() {
    Map<String, List<String>> both =
        Map.of(
            "Forwarded", List.of("for=1.1.1.1;proto=https"),
            "X-Forwarded-For", List.of("198.51.100.7"));

    assertThat(origin(xForwarded, PROXY, both).address()).isEqualTo("198.51.100.7");
    assertThat(origin(forwarded, PROXY, both).address()).isEqualTo("1.1.1.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0/8", "proxy.example", "::1/129", "1.2.3.4/8/8"})
  void settingsThatAreNoRangesRefuseTheStart(String trusted) {
    assertThatThrownBy(() -> new TrustedProxies(Optional.of(trusted), "x-forwarded"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("liveone.trusted-proxies")
        .hasMessageContaining(trusted);
  }

  @Test
  void anUnknownFamilyOfHeadersRefusesTheStart() {
    assertThatThrownBy(() -> new TrustedProxies(Optional.empty(), "x-real-ip"))
        .hasMessageContaining("liveone.forwarded-header");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.64.0.0/10, 10.127.255.255, true",
    "10.64.0.0/10, 10.128.0.0, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
  })
  void rangesContainWhatBeginsAlike(String range, String address, boolean contains) {
    assertThat(
            NetworkRange.parse(range)
                .orElseThrow()
                .contains(NetworkAddress.parse(address).orElseThrow()))
        .isEqualTo(contains);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
    "unknown, unknown",
  })
  void whoeverHasANetworkOfIpv6CountsAsOne(String address, String network) {
    assertThat(new RequestOrigin(address, false, "").network()).isEqualTo(network);
  }
}
