package energy.liveone.secondfactor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a device and this server share, and the codes that come of it by RFC 6238: HMAC-SHA-1, six
 * digits, steps of 30 seconds, which is what every authenticator app assumes. Never prints itself.
 */
public final class TotpSecret {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** As long as the hash, as RFC 4226 recommends. */
  private static final int BYTES = 20;

  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  /** A clock may be wrong by one step either way, or the code old when typed. */
  private static final int DRIFT_STEPS = 1;

  private final byte[] bytes;

  TotpSecret(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  static TotpSecret generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new TotpSecret(bytes);
  }

  static TotpSecret ofBase32(String text) {
    return new TotpSecret(Base32.decode(text));
  }

  /** As people type it into a device that cannot read the picture. */
  public String base32() {
    return Base32.encode(bytes);
  }

  /** What the picture says, as authenticator apps read it. */
  public String uri(String account) {
    return "otpauth://totp/LiveOne:%s?secret=%s&issuer=LiveOne&algorithm=SHA1&digits=6&period=30"
        .formatted(encoded(account), base32());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The six digits of a step. */
  String code(long step) {
    byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
    return "%06d".formatted(truncated % MODULUS);
  }

  /**
   * The step whose code this is, among those around a moment and after {@code lastStep}; always
   * compares with all of them.
   */
  OptionalLong stepOf(String code, Instant now, long lastStep) {
    byte[] given = code.getBytes(StandardCharsets.UTF_8);
    long current = stepAt(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
      boolean fits = MessageDigest.isEqual(code(step).getBytes(StandardCharsets.UTF_8), given);
      if (fits && step > lastStep) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static long stepAt(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  private byte[] hmac(byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA1", e);
    }
  }

  @Override
  public String toString() {
    return "TotpSecret";
  }
}
