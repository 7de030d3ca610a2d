package energy.liveone.vendor.mondo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of one login: a verifier (RFC 7636) and a state, both fresh.
 *
 * @param verifier 43 characters of 256 random bits
 * @param state must come back with the code
 */
record Pkce(String verifier, String state) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Pkce fresh() {
    return new Pkce(random(), random());
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  /** The S256 challenge of the verifier. */
  String challenge() {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Nothing: both are secret. */
  @Override
  public String toString() {
    return "Pkce";
  }
}
