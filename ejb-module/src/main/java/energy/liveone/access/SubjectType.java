package energy.liveone.access;

/** What can be shared. */
public enum SubjectType {
  /** A monitored system. */
  SYSTEM,
  /** Several systems seen as one. */
  COMPOSITE
}
