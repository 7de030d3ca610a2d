package energy.liveone.account;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: RFC 6238 once more, written apart from the product's. */
public final class Authenticator {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 20;
  private static final long STEP_SECONDS = 30;

  private final byte[] secret = new byte[SECRET_BYTES];
  private final Clock clock = Clock.systemUTC();
  private long lastStep;

  /** An app that was given this secret, with or without blanks. */
  public Authenticator(String base32) {
    BigInteger number = BigInteger.ZERO;
    for (char digit : base32.replace(" ", "").toCharArray()) {
      number = number.shiftLeft(5).add(BigInteger.valueOf(DIGITS.indexOf(digit)));
    }
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, SECRET_BYTES);
    System.arraycopy(bytes, bytes.length - length, secret, SECRET_BYTES - length, length);
  }

  /**
   * A code that was not given before. The server takes codes one step ahead of its clock, so two in
   * a row need no waiting, and a third seldom any.
   */
  public String nextCode() {
    long now = clock.instant().getEpochSecond() / STEP_SECONDS;
    lastStep = Math.max(lastStep + 1, now - 1);
    return code(lastStep);
  }

  /** The code that was given last. */
  public String sameCode() {
    return code(lastStep);
  }

  private String code(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int binary = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
      return "%06d".formatted(binary % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
