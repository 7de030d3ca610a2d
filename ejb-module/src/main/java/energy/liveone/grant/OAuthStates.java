package energy.liveone.grant;

import energy.liveone.system.VendorType;
import java.time.Instant;
import java.util.Optional;

/** Authorizations under way. Each method is a transaction, or part of the caller's. */
interface OAuthStates {
  /**
   * An authorization under way.
   *
   * @param accountId who began it
   * @param browserSha256 hash of the cookie of the browser in which it began
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
  record Begun(VendorType vendor, int accountId, byte[] browserSha256, Instant expiresAt) {}

  void add(Begun begun, SecretText state);

  /** The authorization of a state, used or expired ones included until they are forgotten. */
  Optional<Begun> find(SecretText state);

  /** Uses a state up; false when somebody did before. */
  boolean use(SecretText state, Instant now);

  void forgetExpired(Instant now);
}
