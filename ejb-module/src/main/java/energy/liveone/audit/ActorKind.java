package energy.liveone.audit;

import java.util.Locale;

/** What acts. */
public enum ActorKind {
  /** Somebody who has not signed in. */
  ANONYMOUS,
  /** Somebody who signed in, in a browser. */
  USER,
  /** A script with a token of an account. */
  TOKEN,
  /** Somebody with a link that was shared. */
  SHARE,
  /** A scheduler with the cron secret. */
  CRON,
  /** A service that signs its messages, such as a sign-in service. */
  SERVICE,
  /** The product itself. */
  SYSTEM;

  /** As in the database and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
