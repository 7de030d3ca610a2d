package energy.liveone.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {
  private static final String HASH = PasswordHashing.hash("correct horse");

  @Test
  void theRightPasswordFits() {
    assertThat(PasswordHashing.verify("correct horse", HASH)).isTrue();
  }

  @Test
  void anotherPasswordDoesNotFit() {
    assertThat(PasswordHashing.verify("correct horsf", HASH)).isFalse();
  }

  @Test
  void hashesCarryTheCostThatOwaspAsksFor() {
    assertThat(HASH).startsWith("pbkdf2-sha256$600000$").hasSizeLessThan(255);
  }

  @Test
  void hashesOfAnotherCostStillFit() {
    // PBKDF2-HMAC-SHA-256 of "password" with salt "salt" and one iteration, made by Python's
    // hashlib
    String hash = "pbkdf2-sha256$1$c2FsdA$Eg+2z/z4syxD5yJSVsT4N6hlSMkszDVICAWYfLcL4Xs";

    assertThat(PasswordHashing.verify("password", hash)).isTrue();
  }

  @Test
  void equalPasswordsHaveDifferentHashes() {
    assertThat(PasswordHashing.hash("correct horse")).isNotEqualTo(HASH);
  }
}
