package energy.liveone.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who acts in the current request, and from where; the product itself until somebody says so. */
@RequestScoped
public class CurrentActor {
  private AuditActor actor = AuditActor.SYSTEM;
  private @Nullable String address;

  /** Who acts. */
  public AuditActor actor() {
    return actor;
  }

  /** The network address; absent for the product itself. */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  /** Called by the web security mechanism, and by nothing else. */
  public void become(AuditActor newActor, String newAddress) {
    actor = newActor;
    address = newAddress;
  }
}
