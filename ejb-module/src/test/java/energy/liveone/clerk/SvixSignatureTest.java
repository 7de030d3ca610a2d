package energy.liveone.clerk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.clerk.SvixSignature.Headers;
import energy.liveone.clerk.SvixSignature.Verdict;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first message is an example of Svix's own documentation. */
class SvixSignatureTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIME = "1614265330";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final Instant NOW = Instant.ofEpochSecond(1614265330);

  private final SvixSignature signature = signature(SECRET);

  private static SvixSignature signature(String... secrets) {
    return new SvixSignature(
        List.of(secrets).stream().map(text -> SvixSignature.secret(text).orElseThrow()).toList());
  }

  @Test
  void theDocumentedMessageIsGenuine() {
    assertThat(check(ID, TIME, SIGNATURE)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    assertThat(check(ID, TIME, "v1,AAAA v2,BBBB v1a,??? " + SIGNATURE)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void oldAndNewSecretAreGoodWhileTheyAreChanged() {
    Headers headers = new Headers(ID, TIME, SIGNATURE);

    assertThat(signature(OTHER_SECRET, SECRET).check(headers, BODY, NOW))
        .isEqualTo(Verdict.GENUINE);
    assertThat(signature(OTHER_SECRET).check(headers, BODY, NOW)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void anyChangedByteOfBodyIdOrTimeIsForged() {
    for (int i = 0; i < BODY.length; i++) {
      byte[] changed = BODY.clone();
      changed[i] ^= 1;
      assertThat(signature.check(new Headers(ID, TIME, SIGNATURE), changed, NOW))
          .isEqualTo(Verdict.FORGED);
    }
    assertThat(check(ID + "x", TIME, SIGNATURE)).isEqualTo(Verdict.FORGED);
    assertThat(check(ID, "1614265331", SIGNATURE)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void aSignatureOfAnotherVersionDoesNotCount() {
    assertThat(check(ID, TIME, SIGNATURE.replace("v1,", "v2,"))).isEqualTo(Verdict.FORGED);
    assertThat(check(ID, TIME, SIGNATURE.replace("v1,", ""))).isEqualTo(Verdict.FORGED);
  }

  @ParameterizedTest
  @CsvSource({
    "-301, OUT_OF_TIME",
    "-300, GENUINE",
    "300, GENUINE",
    "301, OUT_OF_TIME",
  })
  void aMessageCountsForFiveMinutes(int seconds, Verdict expected) {
    Headers headers = new Headers(ID, TIME, SIGNATURE);

    assertThat(signature.check(headers, BODY, NOW.plusSeconds(seconds))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1614265330, 'v1,AAAA'",
    "msg, '', 'v1,AAAA'",
    "msg, 1614265330, ''",
    "msg, soon, 'v1,AAAA'",
    "msg, -1614265330, 'v1,AAAA'",
    "msg, 99999999999999999999, 'v1,AAAA'",
    "'m s g', 1614265330, 'v1,AAAA'",
  })
  void withoutOneOfTheHeadersNothingIsChecked(String id, String time, String signatures) {
    assertThat(check(id, time, signatures)).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void aSecretIsBase64OfAtLeastSixteenBytes() {
    assertThat(SvixSignature.secret(SECRET)).isPresent();
    assertThat(SvixSignature.secret("whsec_***")).isEmpty();
    assertThat(SvixSignature.secret("whsec_")).isEmpty();
    assertThat(SvixSignature.secret("whsec_" + Base64.getEncoder().encodeToString(new byte[15])))
        .isEmpty();
  }

  private Verdict check(String id, String time, String signatures) {
    return signature.check(new Headers(id, time, signatures), BODY, NOW);
  }
}
