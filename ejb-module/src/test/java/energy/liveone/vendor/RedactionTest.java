package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String SECRET = "s3cr\\\"et";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"password\":\"x y\",\"a\":1} | {\"password\":\"***\",\"a\":1}",
        "{\"apiKey\" : \"x\"} | {\"apiKey\" : \"***\"}",
        "{\"API_KEY\":123} | {\"API_KEY\":\"***\"}",
        "{\"access_token\":null,\"b\":2} | {\"access_token\":\"***\",\"b\":2}",
        "{\"password\":\"a\\\"b\\\\\",\"c\":3} | {\"password\":\"***\",\"c\":3}",
        "{\"password\":[\"a]\",{\"b\":1}],\"c\":3} | {\"password\":\"***\",\"c\":3}",
        "{\"log\":\"{\\\"pwd\\\":\\\"a\\\",\\\"n\\\":1}\"} | {\"log\":\"{\\\"pwd\\\":\\\"***\\\",\\\"n\\\":1}\"}",
        "email=a&pwd=x%20y&c=d | email=a&pwd=***&c=d",
        "https://h/p?api_key=abc&n=1 | https://h/p?api_key=***&n=1",
        "Authorization: Bearer abc.def | Authorization: ***",
        "Set-Cookie: a=b; Path=/ | Set-Cookie: ***",
        "cookie=abc | cookie=***",
        "{\"refresh_token\":\"cut o | {\"refresh_token\":\"***",
        "{\"password\":{\"cut\":\"o | {\"password\":\"***\"",
        "the password is not named with a sign | the password is not named with a sign",
        "{\"passwords_seen\":3} | {\"passwords_seen\":3}"
      })
  void valueThatFollowsASecretNameIsMasked(String text, String masked) {
    assertThat(Redaction.STANDARD.redact(text)).isEqualTo(masked);
  }

  @Test
  void headerIsMaskedToTheEndOfItsLineOnly() {
    String masked = Redaction.STANDARD.redact("Cookie: a=b; c=d\r\nAccept: x");

    assertThat(masked).isEqualTo("Cookie: ***\r\nAccept: x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "<p>%s</p>", "{\"echo\":\"%s\"}", "%s%s"})
  void knownValueIsMaskedAnywhere(String form) {
    Redaction redaction = Redaction.STANDARD.alsoValues(List.of("hunter2+2"));

    assertThat(redaction.redact(form.replace("%s", "hunter2+2"))).doesNotContain("hunter2");
    assertThat(redaction.redact(form.replace("%s", "hunter2%2B2"))).doesNotContain("hunter2");
  }

  @Test
  void knownValueIsMaskedAsJsonWritesIt() {
    Redaction redaction = Redaction.STANDARD.alsoValues(List.of("s3cr\"et"));

    assertThat(redaction.redact("{\"echo\":\"" + SECRET + "\"}")).doesNotContain("s3cr");
  }

  @Test
  void namesOfAVendorAreMaskedToo() {
    Redaction redaction = Redaction.STANDARD.alsoNamed(Set.of("siteSecret"));

    assertThat(redaction.redact("{\"sitesecret\":\"x\"}")).isEqualTo("{\"sitesecret\":\"***\"}");
  }

  @Test
  void textIsMaskedBeforeItIsCut() {
    Redaction redaction = Redaction.STANDARD.alsoValues(List.of("hunter2hunter2"));
    String text = "a".repeat(Redaction.MAX_RESPONSE - 4) + "hunter2hunter2";

    String kept = redaction.forSession(text);

    assertThat(kept).hasSizeLessThanOrEqualTo(Redaction.MAX_RESPONSE).doesNotContain("hunt");
  }

  @Test
  void cutNeverSplitsACharacter() {
    String kept = Redaction.STANDARD.forSession("a".repeat(Redaction.MAX_RESPONSE - 1) + "🌞🌞");

    assertThat(kept).endsWith("a").hasSize(Redaction.MAX_RESPONSE - 1);
  }

  @Test
  void longHostileTextTakesLinearTime() {
    String hostile = "password".repeat(100_000) + "password:\\".repeat(100_000);

    assertThat(Redaction.STANDARD.redact(hostile)).isNotEmpty();
  }
}
