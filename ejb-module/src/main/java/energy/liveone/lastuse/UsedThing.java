package energy.liveone.lastuse;

/** What gives access, and whose last use is told to its owner. */
public record UsedThing(Kind kind, int id) {
  /** Where it is kept. */
  public enum Kind {
    /** An API token. */
    TOKEN,
    /** A viewer's grant or a share link. */
    SHARE
  }
}
