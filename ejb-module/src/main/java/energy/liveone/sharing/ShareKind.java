package energy.liveone.sharing;

import java.util.Locale;

/** The ways of sharing. */
public enum ShareKind {
  /** An account that may look. */
  VIEWER,
  /** A mail that nobody has answered yet. */
  INVITATION,
  /** A link that works without an account. */
  LINK;

  /** The name in the API and in the keys of words. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
