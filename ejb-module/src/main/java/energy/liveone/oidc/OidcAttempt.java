package energy.liveone.oidc;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A sign-in that a browser began and did not come back from yet. Kept in the session of that
 * browser, and good once. Never prints its secrets.
 *
 * @param provider its name
 * @param state comes back with the answer and shows that this browser asked
 * @param nonce comes back in the token and shows that it was made for this sign-in
 * @param verifier shows the provider that who fetches the token is who asked (RFC 7636)
 */
public record OidcAttempt(
    String provider, String state, String nonce, String verifier, long expiresAtEpochSecond)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 32;

  static OidcAttempt begin(OidcProvider provider, Instant now) {
    return new OidcAttempt(
        provider.name(), random(), random(), random(), now.plus(PATIENCE).getEpochSecond());
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is shown of the verifier beforehand: its SHA-256. */
  String challenge() {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Whether an answer belongs to this attempt; compared in constant time. */
  public boolean hasState(String candidate) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the browser came back in time. */
  public boolean isGoodAt(Instant now) {
    return now.getEpochSecond() < expiresAtEpochSecond;
  }

  @Override
  public String toString() {
    return "OidcAttempt[" + provider + "]";
  }
}
