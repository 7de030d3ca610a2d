package energy.liveone.polling;

/** Why an attempt was made. */
public enum SessionCause {
  /** The schedule. */
  CRON,
  /** The system's owner asked. */
  USER,
  /** An administrator asked. */
  ADMIN,
  /** The device called us. */
  PUSH,
  /** Older data is being fetched. */
  BACKFILL
}
