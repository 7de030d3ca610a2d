package energy.liveone.credential;

import energy.liveone.system.SystemId;
import energy.liveone.vendor.Credentials;
import java.util.Collection;
import java.util.Optional;

/** Vendor credentials at rest. */
public interface CredentialVault {
  /** The credentials of a system, decrypted; empty also when they do not open, which is logged. */
  Optional<Credentials> open(SystemId system);

  /** The credentials of several systems in one query. */
  OpenedCredentials openAll(Collection<SystemId> systems);

  /** Seals and stores, replacing earlier ones. */
  void seal(SystemId system, Credentials credentials);
}
