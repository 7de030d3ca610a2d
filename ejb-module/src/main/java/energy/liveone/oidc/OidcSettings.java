package energy.liveone.oidc;

import energy.liveone.identity.AdmissionPolicy;
import energy.liveone.identity.Identity;
import energy.liveone.mailedlink.SignUpSettings;
import energy.liveone.outbound.OutboundUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The configured identity providers: {@code liveone.oidc.providers} lists their names in the order
 * of their buttons, and for each name {@code liveone.oidc.<name>.*} says {@code issuer} or {@code
 * discovery-url} (either follows from the other), {@code client-id}, {@code client-secret} (none
 * for a public client), {@code label} (the name), {@code scopes} (openid email profile), {@code
 * new-accounts} (as {@code liveone.sign-up.open}) and {@code email-domains} (all).
 */
@ApplicationScoped
public class OidcSettings {
  static final String DISCOVERY = "/.well-known/openid-configuration";

  private static final String PREFIX = "liveone.oidc.";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
  private static final String DEFAULT_SCOPES = "openid email profile";

  private final List<OidcProvider> providers;

  @Inject
  public OidcSettings(Config config, SignUpSettings signUp) {
    this(
        words(config, PREFIX + "providers")
            .map(name -> provider(config, name, signUp.isOpen()))
            .toList());
  }

  OidcSettings(List<OidcProvider> providers) {
    this.providers = List.copyOf(providers);
  }

  /** For the container's proxies. */
  protected OidcSettings() {
    this(List.of());
  }

  private static OidcProvider provider(Config config, String name, boolean signUpOpen) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalStateException(
          PREFIX + "providers has a name with other letters than a to z, 0 to 9 and -");
    }
    String prefix = PREFIX + name + ".";
    Optional<String> issuer = text(config, prefix + "issuer");
    URI discovery =
        text(config, prefix + "discovery-url")
            .or(() -> issuer.map(known -> known.replaceAll("/+$", "") + DISCOVERY))
            .map(url -> web(prefix + "discovery-url", url))
            .orElseThrow(
                () -> new IllegalStateException(prefix + "issuer or discovery-url is missing"));
    return new OidcProvider(
        name,
        text(config, prefix + "label").orElse(name),
        issuer.orElseGet(() -> issuerOf(prefix, discovery)),
        discovery,
        text(config, prefix + "client-id")
            .orElseThrow(() -> new IllegalStateException(prefix + "client-id is missing")),
        text(config, prefix + "client-secret").orElse(""),
        scopes(text(config, prefix + "scopes").orElse(DEFAULT_SCOPES)),
        new AdmissionPolicy(
            config.getOptionalValue(prefix + "new-accounts", Boolean.class).orElse(signUpOpen),
            Set.copyOf(
                words(config, prefix + "email-domains")
                    .map(domain -> domain.toLowerCase(Locale.ROOT).replaceAll("^@", ""))
                    .toList())));
  }

  private static String issuerOf(String prefix, URI discovery) {
    String url = discovery.toString();
    if (!url.endsWith(DISCOVERY) || !Identity.isUsable(url)) {
      throw new IllegalStateException(
          prefix + "issuer is missing, and discovery-url does not end with " + DISCOVERY);
    }
    return url.substring(0, url.length() - DISCOVERY.length());
  }

  private static URI web(String name, String url) {
    return OutboundUrl.parse(url)
        .orElseThrow(() -> new IllegalStateException(name + " is not an http or https address"));
  }

  private static List<String> scopes(String text) {
    Set<String> scopes = new LinkedHashSet<>(List.of("openid"));
    scopes.addAll(Arrays.asList(text.strip().split("[\\s,]+")));
    return List.copyOf(scopes);
  }

  private static Stream<String> words(Config config, String name) {
    return text(config, name).stream()
        .flatMap(text -> Arrays.stream(text.split("[\\s,]+")))
        .filter(word -> !word.isEmpty());
  }

  private static Optional<String> text(Config config, String name) {
    return config
        .getOptionalValue(name, String.class)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** All of them, in the order of their buttons. */
  public List<OidcProvider> providers() {
    return providers;
  }

  /** The provider of this name. */
  public Optional<OidcProvider> find(String name) {
    return providers.stream().filter(provider -> provider.name().equals(name)).findFirst();
  }

  /** What people call the provider that has this issuer; empty when it is configured no more. */
  public Optional<String> labelOf(String issuer) {
    return providers.stream()
        .filter(provider -> provider.issuer().equals(issuer))
        .map(OidcProvider::label)
        .findFirst();
  }
}
