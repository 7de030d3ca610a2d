package energy.liveone.clerk;

import energy.liveone.identity.AdmissionPolicy;
import energy.liveone.mailedlink.SignUpSettings;
import energy.liveone.oidc.OidcProvider;
import energy.liveone.oidc.OidcSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * {@code liveone.clerk.webhook-secret}, without which no messages are taken, {@code
 * liveone.clerk.previous-webhook-secret}, which is good as well while secrets are changed, and
 * {@code liveone.clerk.provider} (clerk), the name of the OpenID Connect provider at which Clerk's
 * users sign in: its issuer and its rules for new accounts hold for them.
 */
@ApplicationScoped
public class ClerkSettings {
  /** What users are known by where Clerk is not configured for signing in. */
  static final String OWN_ISSUER = "clerk";

  private static final String PREFIX = "liveone.clerk.";

  private final Optional<SvixSignature> signature;
  private final String issuer;
  private final AdmissionPolicy policy;

  @Inject
  public ClerkSettings(Config config, OidcSettings providers, SignUpSettings signUp) {
    List<byte[]> secrets = new ArrayList<>();
    secret(config, "webhook-secret").ifPresent(secrets::add);
    boolean isOn = !secrets.isEmpty();
    secret(config, "previous-webhook-secret").ifPresent(secrets::add);
    signature = isOn ? Optional.of(new SvixSignature(secrets)) : Optional.empty();
    Optional<OidcProvider> provider =
        providers.find(
            config.getOptionalValue(PREFIX + "provider", String.class).orElse("clerk").strip());
    issuer = provider.map(OidcProvider::issuer).orElse(OWN_ISSUER);
    policy =
        provider
            .map(OidcProvider::policy)
            .orElseGet(() -> new AdmissionPolicy(signUp.isOpen(), Set.of()));
  }

  /** For the container's proxies. */
  protected ClerkSettings() {
    signature = Optional.empty();
    issuer = OWN_ISSUER;
    policy = new AdmissionPolicy(false, Set.of());
  }

  private static Optional<byte[]> secret(Config config, String name) {
    return config
        .getOptionalValue(PREFIX + name, String.class)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                SvixSignature.secret(text)
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                PREFIX + name + " is not whsec_ and at least 16 bytes in Base64")));
  }

  /** What messages are checked by; empty when none are taken. */
  public Optional<SvixSignature> signature() {
    return signature;
  }

  /** The issuer of the users' identities. */
  String issuer() {
    return issuer;
  }

  /** Whom Clerk's word lets in. */
  AdmissionPolicy policy() {
    return policy;
  }
}
