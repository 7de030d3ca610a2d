package energy.liveone.mailedlink;

/** What came of following a link. */
public enum LinkOutcome {
  /** Done, and the link is used up. */
  DONE,
  /** There is no such link, or not any more. */
  UNUSABLE,
  /** The address has got an account meanwhile; the link is used up. */
  EMAIL_TAKEN
}
