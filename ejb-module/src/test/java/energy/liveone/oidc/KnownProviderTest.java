package energy.liveone.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.account.LeapingClock;
import energy.liveone.identity.AdmissionPolicy;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpOutcome.Answer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownProviderTest {
  private static final String ISSUER = "https://id.example.org";
  private static final OidcProvider PROVIDER =
      new OidcProvider(
          "example",
          "Example",
          ISSUER,
          URI.create(ISSUER + OidcSettings.DISCOVERY),
          "liveone",
          "",
          List.of("openid"),
          new AdmissionPolicy(false, Set.of()));

  private final LeapingClock clock = new LeapingClock(Instant.parse("2026-11-23T00:00:00Z"));
  private final Map<String, String> answers = new HashMap<>();
  private final KnownProvider known = new KnownProvider(PROVIDER, this::answer, clock);
  private int calls;

  private Answer answer(HttpCall call) {
    calls++;
    String body = answers.get(call.uri().toString());
    HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
    return new Answer(body == null ? 503 : 200, none, body == null ? "" : body);
  }

  private void describe(String issuer, String token) {
    answers.put(
        PROVIDER.discovery().toString(),
        """
        {"issuer": "%s", "authorization_endpoint": "https://id.example.org/authorize",
         "token_endpoint": "%s", "jwks_uri": "https://id.example.org/keys"}
        """
            .formatted(issuer, token));
    answers.put("https://id.example.org/keys", "{\"keys\": []}");
  }

  @Test
  void theDescriptionIsAskedForOnceAnHour() {
    describe(ISSUER, "https://id.example.org/token");

    known.metadata();
    clock.leap(Duration.ofMinutes(59));
    assertThat(known.metadata().token()).isEqualTo(URI.create("https://id.example.org/token"));
    assertThat(calls).isEqualTo(1);
    clock.leap(Duration.ofMinutes(2));
    known.metadata();

    assertThat(calls).isEqualTo(2);
  }

  @Test
  void theDescriptionOfAnotherIssuerDoesNotCount() {
    describe("https://evil.example.org", "https://id.example.org/token");

    assertThatThrownBy(known::metadata).isInstanceOf(ProviderUnreachable.class);
  }

  @Test
  void anEncryptedDescriptionLeadsNowhereWithoutEncryption() {
    describe(ISSUER, "http://id.example.org/token");

    assertThatThrownBy(known::metadata).isInstanceOf(ProviderUnreachable.class);
  }

  @Test
  void aProviderOutsideDoesNotHaveUsCallMachinesInside() {
    describe(ISSUER, "https://192.168.1.1/token");

    assertThatThrownBy(known::metadata).isInstanceOf(ProviderUnreachable.class);
  }

  @Test
  void anIssuerMayEndWithASlash() {
    describe(ISSUER + "/", "https://id.example.org/token");

    assertThat(known.metadata().issuer()).isEqualTo(ISSUER + "/");
  }

  @Test
  void aProviderThatIsDownIsAskedAgainAfterSomeSeconds() {
    assertThatThrownBy(known::metadata).isInstanceOf(ProviderUnreachable.class);
    assertThatThrownBy(known::metadata).isInstanceOf(ProviderUnreachable.class);
    assertThat(calls).isEqualTo(1);
    describe(ISSUER, "https://id.example.org/token");
    clock.leap(Duration.ofSeconds(6));

    assertThat(known.metadata().issuer()).isEqualTo(ISSUER);
  }

  @Test
  void keysAreAskedForOnceMoreAtMostOnceAMinute() {
    describe(ISSUER, "https://id.example.org/token");
    known.keys();
    int before = calls;

    for (int i = 0; i < 10; i++) {
      known.newerKeys();
    }
    assertThat(calls).isEqualTo(before);
    clock.leap(Duration.ofSeconds(61));
    known.newerKeys();
    known.newerKeys();

    assertThat(calls).isEqualTo(before + 1);
  }
}
