package energy.liveone.vendor.mondo;

import energy.liveone.vendor.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a login brought: a token for calls and one for its renewal. Immutable. */
final class MondoSession {
  /** With less left the token is renewed before the call. */
  private static final Duration RESERVE = Duration.ofSeconds(60);

  private final String fingerprint;
  private final String accessToken;
  private final String refreshToken;
  private final Instant ends;
  private final Redaction mask;
  private final Redaction redaction;

  /**
   * @param refreshToken empty when there is none
   * @param mask masks what else is secret
   */
  MondoSession(
      MondoAccess access, String accessToken, String refreshToken, Instant ends, Redaction mask) {
    this.fingerprint = access.fingerprint();
    this.accessToken = accessToken;
    this.refreshToken = refreshToken;
    this.ends = ends;
    this.mask = mask;
    this.redaction =
        mask.alsoValues(access.secrets()).alsoValues(List.of(accessToken, refreshToken));
  }

  /** The key of an account, which stands for a token that never ends. */
  static MondoSession ofKey(MondoAccess access) {
    return new MondoSession(access, access.apiKey(), "", Instant.MAX, Redaction.STANDARD);
  }

  /** Whether it is of these credentials. */
  boolean isOf(MondoAccess access) {
    return fingerprint.equals(access.fingerprint());
  }

  /** Whether its token will last through a call. */
  boolean lasts(Instant now) {
    return now.isBefore(ends.minus(RESERVE));
  }

  /** The {@code Authorization} header; a secret. */
  String authorization() {
    return "Bearer " + accessToken;
  }

  /** Empty when there is none; a secret. */
  String refreshToken() {
    return refreshToken;
  }

  /** Masks what stays secret when the tokens are renewed. */
  Redaction mask() {
    return mask;
  }

  /** Masks the account's secrets, the cookies of its login and both tokens. */
  Redaction redaction() {
    return redaction;
  }

  /** No tokens. */
  @Override
  public String toString() {
    return "MondoSession[" + ends + "]";
  }
}
