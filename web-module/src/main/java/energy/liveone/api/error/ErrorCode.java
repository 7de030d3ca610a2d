package energy.liveone.api.error;

/** What a program can tell apart. Names are part of the API and never change. */
public enum ErrorCode {
  /** The body is not JSON, or not an object. */
  INVALID_JSON(400),
  /** A field or parameter is missing; {@code details.field} names it. */
  MISSING_FIELD(400),
  /** A field or parameter cannot be used; {@code details.field} names it. */
  INVALID_FIELD(400),
  /** The link of a mail was used, is too old, or never existed. */
  LINK_UNUSABLE(400),
  /** A member of a composite would be a composite. */
  NESTED_COMPOSITE(400),
  /** A composite would be a member of itself. */
  COMPOSITE_CYCLE(400),
  /** A header that signs the message is missing or cannot be read. */
  SIGNATURE_MISSING(400),
  /** The request as such cannot be used. */
  BAD_REQUEST(400),
  /** The vendor keeps no history that could be asked for. */
  NO_HISTORY(400),
  /** A day has not begun; {@code details.latest} is the latest that can be asked for. */
  IN_FUTURE(400),
  /**
   * Too long ago for the vendor; {@code details.earliest} is the earliest that can be asked for.
   */
  OUT_OF_REACH(400),
  /** Nobody is signed in, or the token is unknown or expired. */
  UNAUTHENTICATED(401),
  /** E-mail address, password or code is wrong. */
  INVALID_CREDENTIALS(401),
  /** The password is right; the account asks for a code as well. */
  SECOND_FACTOR_REQUIRED(401),
  /** No signature of the message is by a secret that is known here. */
  SIGNATURE_INVALID(401),
  /** The message was signed too long ago, or is from the future. */
  SIGNATURE_EXPIRED(401),
  /** Signed in, but this is for others. */
  FORBIDDEN(403),
  /** There is no such thing, or the caller must not learn that there is. */
  NOT_FOUND(404),
  /** The operator has not set up what the path is for. */
  NOT_CONFIGURED(404),
  /** The path exists, but not for this method. */
  METHOD_NOT_ALLOWED(405),
  /** The answer cannot be given in a form that the caller accepts. */
  NOT_ACCEPTABLE(406),
  /** Something like it exists already. */
  CONFLICT(409),
  /** The same work for the same system is not over; {@code details.jobId} names it. */
  ALREADY_RUNNING(409),
  /** The body is larger than this path takes; {@code details.maxBytes} says how large. */
  PAYLOAD_TOO_LARGE(413),
  /** The body is not of a kind that this path takes. */
  UNSUPPORTED_MEDIA_TYPE(415),
  /** Too often; {@code Retry-After} says when again. */
  RATE_LIMITED(429),
  /** A fault on our side; {@code details.incident} finds it in the log. */
  INTERNAL(500),
  /** The database is out of reach; try again. */
  UNAVAILABLE(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }
}
