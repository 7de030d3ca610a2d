package energy.liveone.web.setup;

import energy.liveone.system.SystemId;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.Credentials;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
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

  /** Credentials that the vendor accepted, and what it told. */
  record Tried(String vendor, Credentials credentials, Connected found) {}

  /** A system that was just added, with the key for its device. */
  record Added(SystemId system, String pushKey) {
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

  /** What was tried at this vendor. */
  Optional<Tried> tried(String vendor) {
    return Optional.ofNullable(tried).filter(one -> one.vendor().equals(vendor));
  }

  /** The key for the device of a system that was just added; told once. */
  String takePushKey(SystemId system) {
    Added made = added;
    if (made == null || !made.system().equals(system)) {
      return "";
    }
    added = null;
    return made.pushKey();
  }
}
