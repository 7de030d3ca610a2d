package energy.liveone.clerk;

import energy.liveone.identity.Identity;
import java.time.Instant;

/** Which messages and events were followed. All methods join the caller's transaction. */
interface ClerkBooks {
  /** Takes down a message; false when it was taken down before. */
  boolean isNew(String messageId, Instant now);

  /**
   * Takes down an event of a user, unless a newer one is known or the user is deleted.
   *
   * @return whether the event is to be followed
   */
  boolean advance(Identity user, long updatedAtMs);

  /** Takes down that a user is deleted, for good; false when that is known. */
  boolean delete(Identity user);

  /** Forgets messages that no sender sends again. */
  void forgetMessages(Instant before);
}
