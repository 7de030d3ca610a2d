package energy.liveone.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Logged-in sessions of vendors, in memory, one per credential. A restart costs one login each.
 * Keys come from {@link VendorSystem#sessionKey()}, so two credentials never share a session even
 * at the same vendor.
 */
@ApplicationScoped
public class VendorSessions {
  private final ConcurrentMap<String, Object> sessions = new ConcurrentHashMap<>();

  /** The session under a key, if there is one of this type. */
  public <T> Optional<T> find(String sessionKey, Class<T> type) {
    return Optional.ofNullable(sessions.get(sessionKey)).filter(type::isInstance).map(type::cast);
  }

  /** Keeps a session, replacing an earlier one. */
  public void keep(String sessionKey, Object session) {
    sessions.put(sessionKey, session);
  }

  /** Forgets a session, but only if it is still this one: a newer login must survive. */
  public void forget(String sessionKey, Object session) {
    sessions.remove(sessionKey, session);
  }

  /** Forgets whatever is kept under a key, for example after new credentials. */
  public void forget(String sessionKey) {
    sessions.remove(sessionKey);
  }
}
