package energy.liveone.simulator.enphase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refresh tokens that a simulator which is started again still knows, as the vendor's cloud would:
 * whose they are stands in them, signed. One of an earlier run is good once.
 */
final class LastingTokens {
  private static final String PREFIX = "eyJ0eXAi";
  private static final int PARTS = 5;

  private final SecureRandom random = new SecureRandom();
  private final String run = text(bytes(9));
  private final Set<String> spent = ConcurrentHashMap.newKeySet();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  /** A new token of this run. */
  String of(String email) {
    String body = PREFIX + "." + run + "." + text(bytes(18)) + "." + text(email.getBytes(UTF_8));
    return body + "." + signature(body);
  }

  /** Whose token of an earlier run this is, unless it was spent or taken back. */
  Optional<String> spendEarlier(String token) {
    String[] parts = token.split("\\.", -1);
    int end = token.lastIndexOf('.');
    if (parts.length != PARTS
        || parts[1].equals(run)
        || !signature(token.substring(0, end)).equals(parts[PARTS - 1])) {
      return Optional.empty();
    }
    String email = new String(Base64.getUrlDecoder().decode(parts[3]), UTF_8);
    return Optional.of(email).filter(of -> !revoked.contains(of) && spent.add(token));
  }

  /** Takes back the tokens of earlier runs. */
  void revoke(String email) {
    revoked.add(email);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The key is no secret: nothing but a simulator believes it. */
  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("simulated-enphase".getBytes(UTF_8), "HmacSHA256"));
      return text(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
