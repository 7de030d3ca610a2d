package energy.liveone.credential;

import energy.liveone.system.SystemId;
import energy.liveone.vendor.Credentials;
import java.util.Map;
import java.util.Set;

/**
 * Credentials of several systems. Systems that have none are in neither.
 *
 * @param opened those that opened, decrypted
 * @param unreadable systems whose credentials do not open: sealed with another key, or damaged
 */
public record OpenedCredentials(Map<SystemId, Credentials> opened, Set<SystemId> unreadable) {
  /** Of no systems. */
  public static final OpenedCredentials NONE = new OpenedCredentials(Map.of(), Set.of());

  public OpenedCredentials {
    opened = Map.copyOf(opened);
    unreadable = Set.copyOf(unreadable);
  }
}
