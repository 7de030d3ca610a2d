package energy.liveone.credential;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.credential.Unsealing.Damaged;
import energy.liveone.credential.Unsealing.Opened;
import energy.liveone.credential.Unsealing.OtherKey;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.Credentials;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialCipherTest {
  private static final SystemId SYSTEM = new SystemId(7);
  private static final Credentials CREDENTIALS =
      new Credentials(Map.of("email", "anna@example.org", "password", "hünter2\"\\🌞"));

  private final CredentialKey key = CredentialKey.ofHex("0123456789abcdef".repeat(4)).orElseThrow();
  private final CredentialCipher cipher = new CredentialCipher(key);
  private final String sealed = cipher.seal(SYSTEM, CREDENTIALS);

  @Test
  void sealedCredentialsOpenAgain() {
    assertThat(cipher.open(SYSTEM, sealed)).isEqualTo(new Opened(CREDENTIALS));
  }

  @Test
  void noCredentialsAtAllOpenAgain() {
    String none = cipher.seal(SYSTEM, Credentials.NONE);

    assertThat(cipher.open(SYSTEM, none)).isEqualTo(new Opened(Credentials.NONE));
  }

  @Test
  void textNamesVersionAndKeyAndHidesTheRest() {
    assertThat(sealed)
        .matches("v1\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]+")
        .startsWith(CredentialCipher.prefix(key.id()));
    assertThat(sealed).doesNotContain("anna");
  }

  @Test
  void sameCredentialsAreNeverSealedTheSame() {
    assertThat(cipher.seal(SYSTEM, CREDENTIALS)).isNotEqualTo(sealed);
  }

  @Test
  void everyAlteredByteIsNoticed() {
    String prefix = CredentialCipher.prefix(key.id());
    byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(prefix.length()));

    for (int i = 0; i < bytes.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] altered = bytes.clone();
        altered[i] ^= (byte) (1 << bit);
        String text = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(altered);
        assertThat(cipher.open(SYSTEM, text)).isInstanceOf(Damaged.class);
      }
    }
  }

  @Test
  void everyAlteredCharacterIsNoticed() {
    for (int i = 0; i < sealed.length(); i++) {
      for (char c : "A0_.=".toCharArray()) {
        String text = sealed.substring(0, i) + c + sealed.substring(i + 1);
        if (!text.equals(sealed)) {
          assertThat(cipher.open(SYSTEM, text)).isNotInstanceOf(Opened.class);
        }
      }
    }
  }

  @Test
  void everyCutIsNoticed() {
    for (int length = 0; length < sealed.length(); length++) {
      assertThat(cipher.open(SYSTEM, sealed.substring(0, length))).isNotInstanceOf(Opened.class);
    }
  }

  @Test
  void unusedBitsOfTheLastCharacterCannotBeAltered() {
    for (String last :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".split("")) {
      String text = sealed.substring(0, sealed.length() - 1) + last;
      if (!text.equals(sealed)) {
        assertThat(cipher.open(SYSTEM, text)).isInstanceOf(Damaged.class);
      }
    }
  }

  @Test
  void credentialsOfOneSystemDoNotOpenForAnother() {
    assertThat(cipher.open(new SystemId(8), sealed)).isInstanceOf(Damaged.class);
  }

  @Test
  void otherKeyIsNamed() {
    var other = new CredentialCipher(CredentialKey.ofHex("f".repeat(64)).orElseThrow());

    assertThat(other.open(SYSTEM, sealed)).isEqualTo(new OtherKey(key.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "v1..", "v2.00000000.AAAA", "{\"password\":\"x\"}"})
  void whatWasNeverSealedIsDamagedOrOfAnotherKey(String text) {
    assertThat(cipher.open(SYSTEM, text)).isNotInstanceOf(Opened.class);
  }

  @Test
  void keyNeverPrintsItself() {
    assertThat(key.toString()).doesNotContain("0123456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 63, 65, 128})
  void keyOfAnotherLengthIsNone(int digits) {
    assertThat(CredentialKey.ofHex("a".repeat(digits))).isEmpty();
  }

  @Test
  void keyWithOtherLettersIsNone() {
    assertThat(CredentialKey.ofHex("g".repeat(64))).isEmpty();
    assertThat(CredentialKey.ofHex("١".repeat(64))).isEmpty();
  }
}
