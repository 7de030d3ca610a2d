package energy.liveone.access;

/** What a caller wants to do with a system. */
public enum Permission {
  /** See it and its data. */
  READ,
  /** Change its settings and points. */
  WRITE,
  /** Delete it, share it, change its credentials. */
  OWN
}
