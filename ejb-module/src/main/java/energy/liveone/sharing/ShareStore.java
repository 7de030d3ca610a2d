package energy.liveone.sharing;

import energy.liveone.access.Subject;
import energy.liveone.account.AccountId;
import energy.liveone.account.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stored grants. All methods join the caller's transaction where there is one; failures throw. */
interface ShareStore {
  /** The ways in which something is shared, newest first. */
  List<Share> of(Subject subject);

  /** What is shared with an account, by name. */
  List<Shared> with(AccountId viewer);

  /** Stores an invitation or a link; its id. */
  int add(NewShare share);

  /** Takes back an invitation that waits for this address. */
  void withdraw(Subject subject, EmailAddress email);

  /** Ends a share of this subject; its kind, if there was one. */
  Optional<ShareKind> remove(Subject subject, int id);

  /** Ends what is shared with an account; whether it was. */
  boolean leave(AccountId viewer, int id);

  /** The invitation of this hash that has not expired. */
  Optional<Invitation> invitation(byte[] sha256, Instant now);

  /**
   * Turns an invitation into a viewer's grant; nothing new where the account has one.
   *
   * @return whether the invitation was still there
   */
  boolean takeUp(Invitation invitation, Optional<AccountId> viewer, Instant now);

  /** The link of this hash that has not expired. */
  Optional<OpenLink> link(byte[] sha256, Instant now);

  /** Forgets what expired before a time. */
  void forgetExpired(Instant before);
}
