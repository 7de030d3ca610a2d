package energy.liveone.secondfactor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {
  private static final TotpSecret RFC = new TotpSecret("12345678901234567890".getBytes(US_ASCII));
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
  private static final long STEP = TotpSecret.stepAt(NOW);

  /** RFC 6238, appendix B, for SHA-1; the table has eight digits, of which six are the last. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long epochSecond, String code) {
    assertThat(RFC.code(TotpSecret.stepAt(Instant.ofEpochSecond(epochSecond)))).isEqualTo(code);
  }

  @Test
  void aClockMayBeWrongByOneStep() {
    assertThat(RFC.stepOf(RFC.code(STEP - 1), NOW, -1)).hasValue(STEP - 1);
    assertThat(RFC.stepOf(RFC.code(STEP), NOW, -1)).hasValue(STEP);
    assertThat(RFC.stepOf(RFC.code(STEP + 1), NOW, -1)).hasValue(STEP + 1);
    assertThat(RFC.stepOf(RFC.code(STEP - 2), NOW, -1)).isEmpty();
    assertThat(RFC.stepOf(RFC.code(STEP + 2), NOW, -1)).isEmpty();
  }

  @Test
  void aCodeThatWasUsedIsNoCode() {
    assertThat(RFC.stepOf(RFC.code(STEP), NOW, STEP)).isEmpty();
    assertThat(RFC.stepOf(RFC.code(STEP - 1), NOW, STEP)).isEmpty();
    assertThat(RFC.stepOf(RFC.code(STEP + 1), NOW, STEP)).hasValue(STEP + 1);
  }

  @Test
  void whatIsNotSixDigitsIsNoCode() {
    assertThat(RFC.stepOf("", NOW, -1)).isEmpty();
    assertThat(RFC.stepOf("81804", NOW, -1)).isEmpty();
    assertThat(RFC.stepOf("0081804", NOW, -1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void secretsAreWrittenInBase32(String text, String base32) {
    assertThat(Base32.encode(text.getBytes(US_ASCII))).isEqualTo(base32);
    assertThat(Base32.decode(base32)).isEqualTo(text.getBytes(US_ASCII));
  }

  @Test
  void theAddressForDevicesNamesAccountAndSecret() {
    assertThat(RFC.uri("a+b@liveone.example"))
        .startsWith("otpauth://totp/LiveOne:a%2Bb%40liveone.example?")
        .contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=LiveOne");
  }

  @Test
  void nothingIsPrinted() {
    assertThat(RFC.toString()).isEqualTo("TotpSecret");
  }
}
