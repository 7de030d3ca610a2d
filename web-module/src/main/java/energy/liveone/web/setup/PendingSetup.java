package energy.liveone.web.setup;

import energy.liveone.system.SystemId;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.Credentials;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed and tried and not yet added. It stays in the memory of this node: secrets
 * are neither sent back to the browser nor written with the session, so that after a change of
 * nodes they are asked for again.
 */
@SessionScoped
public class PendingSetup implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Tried tried;
  private transient @Nullable Added added;

  /**
   * Credentials that the vendor accepted, and what it told.
   *
   * @param trial names it in forms, so that none is taken for what another page has tried since
   * @param sites to choose from, when the account has several and nobody named one
   */
  record Tried(
      String trial,
      String vendor,
      Credentials credentials,
      Connected found,
      List<DiscoveredSite> sites) {
    Tried(String vendor, Credentials credentials, Connected found, List<DiscoveredSite> sites) {
      this(UUID.randomUUID().toString(), vendor, credentials, found, List.copyOf(sites));
    }
  }

  /** The system that was added after a trial, with the key for its device until it was shown. */
  record Added(String trial, String vendor, SystemId system, String pushKey) {
    /** Never prints the key. */
    @Override
    public String toString() {
      return "Added[" + system + "]";
    }
  }

  void keep(Tried accepted) {
    tried = accepted;
  }

  void keep(Added made) {
    added = made;
    tried = null;
  }

  /** What was tried last, at this vendor. */
  Optional<Tried> tried(String vendor) {
    return Optional.ofNullable(tried).filter(one -> one.vendor().equals(vendor));
  }

  /** What was added last, of this vendor. */
  Optional<Added> added(String vendor) {
    return Optional.ofNullable(added).filter(one -> one.vendor().equals(vendor));
  }

  /** The key for the device of a system that was just added; told once. */
  String takePushKey(SystemId system) {
    Added made = added;
    if (made == null || !made.system().equals(system)) {
      return "";
    }
    added = new Added(made.trial(), made.vendor(), system, "");
    return made.pushKey();
  }

  /** Lets a form that was sent twice be answered once, and then again. */
  synchronized <T> T inTurn(Supplier<T> act) {
    return act.get();
  }
}
