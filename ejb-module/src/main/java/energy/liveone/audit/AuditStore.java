package energy.liveone.audit;

import java.time.Instant;
import java.util.List;

/** Stored entries. All methods join the caller's transaction where there is one. */
interface AuditStore {
  /** Adds an entry. */
  void add(NewEntry entry);

  /** Entries that fit, newest first. */
  List<AuditEntry> find(AuditQuery wanted);

  /**
   * Forgets some entries of before this moment.
   *
   * @return how many; when as many as the limit, there may be more
   */
  int forget(Instant before, int limit);

  /** Puts another name in place of a subject, and forgets what is told of it. */
  void renameSubject(AuditSubject subject, String newId);

  /** Forgets facts in which this text stands. */
  void forgetFactsWith(String text);

  /** Puts another name in place of somebody who acts, and forgets from where. */
  void renameActor(int account, String newName);
}
