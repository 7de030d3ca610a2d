package energy.liveone.oidc;

import energy.liveone.identity.AdmissionPolicy;
import java.net.URI;
import java.util.List;

/**
 * An identity provider as the operator configured it. Never prints its secret.
 *
 * @param name in addresses and configuration
 * @param label on buttons
 * @param issuer what the provider calls itself
 * @param discovery where it describes itself
 * @param clientSecret empty for a public client
 * @param scopes {@code openid} among them
 * @param policy whom its word lets in
 */
public record OidcProvider(
    String name,
    String label,
    String issuer,
    URI discovery,
    String clientId,
    String clientSecret,
    List<String> scopes,
    AdmissionPolicy policy) {
  public OidcProvider {
    scopes = List.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "OidcProvider[" + name + "]";
  }
}
