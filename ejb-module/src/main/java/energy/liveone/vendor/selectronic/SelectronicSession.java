package energy.liveone.vendor.selectronic;

import energy.liveone.vendor.CookieJar;
import energy.liveone.vendor.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A login at select.live: its cookies and when they were last good. */
final class SelectronicSession {
  /** A session ends after so long without a call, as seen. */
  private static final Duration LIFETIME = Duration.ofMinutes(30);

  /** With less left a new login is made before the call. */
  private static final Duration RESERVE = Duration.ofMinutes(5);

  private final String fingerprint;
  private final CookieJar cookies;
  private final Redaction accountMask;
  private volatile Redaction mask;
  private volatile Instant lastUsed;

  SelectronicSession(
      SelectronicAccess access, CookieJar cookies, Redaction accountMask, Instant now) {
    this.fingerprint = access.fingerprint();
    this.cookies = cookies;
    this.accountMask = accountMask;
    this.mask = accountMask.alsoValues(cookies.values());
    this.lastUsed = now;
  }

  /** Whether it is of these credentials and will last through a call. */
  boolean serves(SelectronicAccess access, Instant now) {
    return fingerprint.equals(access.fingerprint())
        && now.isBefore(lastUsed.plus(LIFETIME).minus(RESERVE));
  }

  /** The {@code Cookie} header; a secret. */
  String cookieHeader() {
    return cookies.header();
  }

  /** Masks the account's secrets and the cookies. */
  Redaction redaction() {
    return mask;
  }

  /** Notes a call that the vendor accepted, and the cookies that it renewed. */
  void used(Instant now, List<String> setCookieHeaders) {
    lastUsed = now;
    if (!setCookieHeaders.isEmpty()) {
      cookies.accept(setCookieHeaders);
      mask = accountMask.alsoValues(cookies.values());
    }
  }

  /** No cookies. */
  @Override
  public String toString() {
    return "SelectronicSession[" + lastUsed + "]";
  }
}
