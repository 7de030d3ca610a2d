package energy.liveone.oidc;

import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.JsonParse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * Description and keys of one provider, kept for an hour. Keys are asked for once more when a token
 * names one that is not known, as providers change them, but at most once a minute, as strangers
 * make up names of keys.
 */
final class KnownProvider implements KeySource {
  private static final int OK = 200;

  private final OidcProvider provider;
  private final Function<HttpCall, Answer> calls;
  private final Cached<ProviderMetadata> metadata;
  private final Cached<List<JsonWebKey>> keys;

  KnownProvider(OidcProvider provider, Function<HttpCall, Answer> calls, Clock clock) {
    this.provider = provider;
    this.calls = calls;
    this.metadata = new Cached<>(this::discover, clock);
    this.keys = new Cached<>(this::fetchKeys, clock);
  }

  /**
   * What the provider says of itself.
   *
   * @throws ProviderUnreachable when it says nothing that can be used
   */
  ProviderMetadata metadata() {
    return metadata.get();
  }

  @Override
  public List<JsonWebKey> keys() {
    return keys.get();
  }

  @Override
  public List<JsonWebKey> newerKeys() {
    return keys.renewed();
  }

  private ProviderMetadata discover() {
    return JsonParse.of(fetch(provider.discovery()))
        .fold(
            read -> ProviderMetadata.read(provider, read.fields()),
            malformed -> Optional.<ProviderMetadata>empty())
        .orElseThrow(
            () ->
                new ProviderUnreachable(
                    "Its description is incomplete, or is that of another issuer"));
  }

  private List<JsonWebKey> fetchKeys() {
    try {
      return new JsonWebKeySet(fetch(metadata().keys())).getJsonWebKeys();
    } catch (JoseException e) {
      throw new ProviderUnreachable("Its keys cannot be read");
    }
  }

  private String fetch(URI uri) {
    Answer answer = calls.apply(HttpCall.get(uri));
    if (answer.status() != OK) {
      throw new ProviderUnreachable("It answered " + answer.status());
    }
    return answer.body();
  }
}
