package energy.liveone.mailedlink;

import java.time.Instant;
import java.util.Optional;

/** Stored links. All methods join the caller's transaction where there is one. */
interface LinkStore {
  /** Stores a link by the hash of its token. */
  void add(byte[] sha256, MailedLink link);

  /** The link of this hash, also when it is expired. */
  Optional<MailedLink> find(byte[] sha256);

  /** Uses a link up; false when somebody else did at the same moment. */
  boolean use(byte[] sha256);

  /** Forgets what expired. */
  void forgetExpired(Instant now);
}
