package energy.liveone.origin;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The origin of the current request; none for background work. */
@RequestScoped
public class CurrentOrigin {
  private @Nullable RequestOrigin origin;

  /** Where the request comes from; empty when no HTTP request is served. */
  public Optional<RequestOrigin> get() {
    return Optional.ofNullable(origin);
  }

  /** The caller's address; {@code "unknown"} when no HTTP request is served. */
  public String address() {
    return get().map(RequestOrigin::address).orElse("unknown");
  }

  /** Whose attempts count together; for throttling. */
  public String network() {
    return get().map(RequestOrigin::network).orElse("unknown");
  }

  /** Whether the caller reached us over TLS. */
  public boolean isSecure() {
    return get().map(RequestOrigin::isSecure).orElse(false);
  }

  /** Called by the web security filters, and by nothing else. */
  public void become(RequestOrigin newOrigin) {
    origin = newOrigin;
  }
}
