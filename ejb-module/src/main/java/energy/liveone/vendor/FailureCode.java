package energy.liveone.vendor;

/**
 * Why a vendor could not serve us: the closed list by which sessions are grouped and schedules
 * decide.
 */
public enum FailureCode {
  /** A credential, site id or operator key is missing; no call was made. */
  NOT_CONFIGURED,
  /** The credential was rejected. */
  AUTH_FAILED,
  /** The grant is no longer valid; the owner has to reconnect. */
  AUTH_EXPIRED,
  /** Accepted, but without a right to this site or endpoint. */
  FORBIDDEN,
  /** The vendor does not know this site. */
  NOT_FOUND,
  /** Quota or concurrency limit. */
  RATE_LIMITED,
  /** Refused, reset, DNS, TLS, 5xx or maintenance. */
  VENDOR_UNAVAILABLE,
  /** Connect or whole-call limit exceeded. */
  TIMEOUT,
  /** An answer that cannot be used. */
  BAD_RESPONSE,
  /** A push that cannot be used. */
  INVALID_PAYLOAD,
  /** A push that was already stored. */
  DUPLICATE,
  /** Our own fault. */
  INTERNAL;

  /** Whether the same call may succeed later without anybody's help. */
  public boolean retryable() {
    return this == RATE_LIMITED
        || this == VENDOR_UNAVAILABLE
        || this == TIMEOUT
        || this == BAD_RESPONSE
        || this == INTERNAL;
  }

  /** Whether only the owner can mend it, so that repeating the call is pointless. */
  public boolean needsOwner() {
    return this == AUTH_FAILED
        || this == AUTH_EXPIRED
        || this == FORBIDDEN
        || this == NOT_FOUND
        || this == NOT_CONFIGURED;
  }
}
