package energy.liveone.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Mails that wait for the mail server. Each method is a transaction, or part of the caller's. */
interface WaitingMails {
  /**
   * One of them.
   *
   * @param attempts how often it was tried before
   */
  record Waiting(String id, String sealed, int attempts, Instant expiresAt) {}

  /** Adds one that is due at once. */
  void add(String id, String sealed, Instant now, Instant expiresAt);

  /** Takes some that are due, so that no other node takes them while the lease lasts. */
  List<Waiting> claim(Instant now, Duration lease, int limit);

  /** All of them. */
  List<Waiting> all();

  /** Removes one. */
  void remove(String id);

  /** Puts one off. */
  void retry(String id, Instant at);
}
