package energy.liveone.oidc;

import energy.liveone.outbound.OutboundUrl;
import energy.liveone.vendor.JsonFields;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, section 3; RFC 9207).
 *
 * @param userInfoOrNull where it tells of people what their tokens do not
 * @param wantsSecretInForm whether it takes the client's secret in the body only
 * @param namesItself whether its answers always carry {@code iss}
 */
record ProviderMetadata(
    String issuer,
    URI authorization,
    URI token,
    URI keys,
    @Nullable URI userInfoOrNull,
    boolean wantsSecretInForm,
    boolean namesItself) {
  private static final String BASIC = "client_secret_basic";
  private static final String POST = "client_secret_post";

  /** Reads a description; empty when it is incomplete, or is not that of this provider. */
  static Optional<ProviderMetadata> read(OidcProvider provider, JsonFields fields) {
    Optional<String> issuer =
        fields.text("issuer").filter(claimed -> isSame(claimed, provider.issuer()));
    Optional<URI> authorization = endpoint(provider, fields, "authorization_endpoint");
    Optional<URI> token = endpoint(provider, fields, "token_endpoint");
    Optional<URI> keys = endpoint(provider, fields, "jwks_uri");
    if (issuer.isEmpty() || authorization.isEmpty() || token.isEmpty() || keys.isEmpty()) {
      return Optional.empty();
    }
    List<String> methods = fields.texts("token_endpoint_auth_methods_supported");
    return Optional.of(
        new ProviderMetadata(
            issuer.get(),
            authorization.get(),
            token.get(),
            keys.get(),
            endpoint(provider, fields, "userinfo_endpoint").orElse(null),
            methods.contains(POST) && !methods.contains(BASIC),
            fields.flag("authorization_response_iss_parameter_supported").orElse(false)));
  }

  /** Some issuers end with a slash that their operators leave out. */
  private static boolean isSame(String claimed, String configured) {
    return claimed.equals(configured) || claimed.equals(configured + "/");
  }

  /**
   * An address. Where the description came encrypted, so must all else be, and a provider outside
   * does not have us call machines inside.
   */
  private static Optional<URI> endpoint(OidcProvider provider, JsonFields fields, String name) {
    return fields
        .text(name)
        .flatMap(OutboundUrl::parse)
        .filter(uri -> mayLeadTo(provider.discovery(), uri));
  }

  private static boolean mayLeadTo(URI from, URI to) {
    return (OutboundUrl.isEncrypted(to) || !OutboundUrl.isEncrypted(from))
        && (OutboundUrl.isInside(from) || !OutboundUrl.isInside(to));
  }

  Optional<URI> userInfo() {
    return Optional.ofNullable(userInfoOrNull);
  }
}
