package energy.liveone.access;

/** What a caller is. */
public enum CallerRole {
  /** Nobody we know. */
  ANONYMOUS,
  /** Nobody we know, with a share link; may read one system or composite and nothing else. */
  GUEST,
  /** A signed-in account. */
  USER,
  /** A signed-in administrator. */
  ADMIN,
  /** A scheduler with the cron secret; may start background work and nothing else. */
  CRON
}
