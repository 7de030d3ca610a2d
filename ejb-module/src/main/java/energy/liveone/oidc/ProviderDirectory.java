package energy.liveone.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What providers said of themselves, in the memory of this node; asked for when first needed. */
@ApplicationScoped
class ProviderDirectory {
  private final ProviderCalls calls;
  private final Clock clock;
  private final Map<String, KnownProvider> known = new ConcurrentHashMap<>();

  @Inject
  ProviderDirectory(ProviderCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ProviderDirectory() {
    this(null, null);
  }

  KnownProvider of(OidcProvider provider) {
    return known.computeIfAbsent(
        provider.name(), name -> new KnownProvider(provider, calls::send, clock));
  }
}
