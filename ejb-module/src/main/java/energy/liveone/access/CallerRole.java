package energy.liveone.access;

/** What a caller is. */
public enum CallerRole {
  /** Nobody we know. */
  ANONYMOUS,
  /** A signed-in account. */
  USER,
  /** A signed-in administrator. */
  ADMIN,
  /** A scheduler with the cron secret; may start background work and nothing else. */
  CRON
}
