package energy.liveone.oidc;

import java.util.List;
import org.jose4j.jwk.JsonWebKey;

/** The keys with which a provider signs. */
interface KeySource {
  /**
   * Those that are known.
   *
   * @throws ProviderUnreachable when none are, and none can be had
   */
  List<JsonWebKey> keys();

  /** Those that are known after asking once more, which may not happen every time. */
  List<JsonWebKey> newerKeys();
}
