package energy.liveone.access;

/** Why access is refused. */
public enum Refusal {
  /** Nobody is signed in. */
  NOT_SIGNED_IN,
  /** Signed in, but this is for others. */
  NOT_ALLOWED,
  /** It does not exist, or the caller must not learn that it does. */
  NOT_FOUND
}
