package energy.liveone.identity;

import energy.liveone.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stored identities. All methods join the caller's transaction where there is one. */
interface Identities {
  /** The link of an identity. */
  Optional<LinkedIdentity> find(Identity identity);

  /** The links of an account, oldest first. */
  List<LinkedIdentity> of(AccountId account);

  /** Links an identity that is linked with no account. */
  void add(AccountId account, ProvenPerson person, Instant now);

  /** Takes a link away; whether it was there. */
  boolean remove(int link);

  /** Stores when it signed somebody in. */
  void noteUse(int link, Instant now);
}
