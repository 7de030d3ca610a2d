package energy.liveone.oidc;

import energy.liveone.mail.PublicAddress;
import energy.liveone.oidc.OidcOutcome.Problem;
import energy.liveone.oidc.OidcOutcome.Unproven;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Sends browsers to providers and takes them back: authorization code flow with PKCE (RFC 7636).
 * Holds no transaction while it calls a provider. A fault of the provider is an outcome and never
 * means yes.
 */
@ApplicationScoped
public class OidcSignIn {
  /** The page that browsers come back to, before the name of the provider. */
  public static final String CALLBACK = "sign-in/callback/";

  private static final Logger LOG = Logger.getLogger(OidcSignIn.class.getName());

  private final ProviderDirectory directory;
  private final CodeExchange exchange;
  private final PublicAddress address;
  private final Clock clock;

  @Inject
  OidcSignIn(
      ProviderDirectory directory, CodeExchange exchange, PublicAddress address, Clock clock) {
    this.directory = directory;
    this.exchange = exchange;
    this.address = address;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected OidcSignIn() {
    this(null, null, null, null);
  }

  /**
   * A sign-in that begins.
   *
   * @param attempt to be kept for when the browser comes back
   * @param page of the provider, where the browser goes
   */
  public record Begun(OidcAttempt attempt, URI page) {}

  /** Begins; empty when the provider cannot be reached. */
  public Optional<Begun> begin(OidcProvider provider) {
    try {
      ProviderMetadata metadata = directory.of(provider).metadata();
      OidcAttempt attempt = OidcAttempt.begin(provider, clock.instant());
      return Optional.of(new Begun(attempt, page(provider, metadata, attempt)));
    } catch (ProviderUnreachable e) {
      warn(provider, e);
      return Optional.empty();
    }
  }

  private URI page(OidcProvider provider, ProviderMetadata metadata, OidcAttempt attempt) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", provider.clientId());
    query.put("redirect_uri", callback(provider));
    query.put("scope", String.join(" ", provider.scopes()));
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    query.put("code_challenge", attempt.challenge());
    query.put("code_challenge_method", "S256");
    String text =
        query.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    URI endpoint = metadata.authorization();
    return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + text);
  }

  private String callback(OidcProvider provider) {
    return address.of(CALLBACK + provider.name());
  }

  /** Ends an attempt of this browser whose state was found right. */
  public OidcOutcome finish(OidcProvider provider, OidcAttempt attempt, OidcAnswer answer) {
    if (!attempt.provider().equals(provider.name()) || !attempt.isGoodAt(clock.instant())) {
      return new Unproven(Problem.REFUSED);
    }
    try {
      KnownProvider known = directory.of(provider);
      if (!isFrom(known.metadata(), answer)) {
        LOG.warning("An answer for " + provider + " came from another issuer");
        return new Unproven(Problem.REFUSED);
      }
      if (!answer.hasUsableCode()) {
        return new Unproven(answer.error().isEmpty() ? Problem.REFUSED : Problem.DENIED);
      }
      return exchange.exchange(provider, known, attempt, answer.code(), callback(provider));
    } catch (ProviderUnreachable e) {
      warn(provider, e);
      return new Unproven(Problem.UNREACHABLE);
    }
  }

  /** Without this an answer of one provider could be passed off as that of another. */
  private static boolean isFrom(ProviderMetadata metadata, OidcAnswer answer) {
    return answer.issuer().isEmpty()
        ? !metadata.namesItself()
        : answer.issuer().equals(metadata.issuer());
  }

  private static void warn(OidcProvider provider, ProviderUnreachable e) {
    LOG.log(Level.WARNING, "{0} cannot be used now: {1}", new Object[] {provider, e.getMessage()});
  }
}
