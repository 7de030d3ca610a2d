package energy.liveone.vendor.enphase;

import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The package's beans, put together without a container. */
public final class EnphaseParts {
  static final Map<String, String> REGISTRATION =
      Map.of(
          "liveone.vendor.enphase.client-id", "the-client",
          "liveone.vendor.enphase.client-secret", "the-client-secret",
          "liveone.vendor.enphase.api-key", "the-api-key",
          "liveone.vendor.enphase.redirect-uri", "http://localhost:8080/api/auth/enphase/callback");

  private EnphaseParts() {}

  /** Settings with the vendor at an address, and more. */
  static VendorSettings settings(String baseUrl, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("liveone.vendor.enphase.base-url", baseUrl);
    return new VendorSettings(name -> Optional.ofNullable(all.get(name)));
  }

  static EnphaseTokens tokens(Surroundings with) {
    return new EnphaseTokens(with.http(), new EnphaseSettings(with.settings()), with.clock());
  }

  private static EnphaseClient client(FakeEnphase cloud, Surroundings with) {
    return new EnphaseClient(
        with.http(),
        cloud.renewal(with.clock()),
        tokens(with),
        new EnphaseSettings(with.settings()),
        with.clock());
  }

  static EnphaseAdapter adapter(FakeEnphase cloud, Surroundings with) {
    EnphaseClient client = client(cloud, with);
    return new EnphaseAdapter(
        new EnphaseSettings(with.settings()),
        client,
        new EnphaseReader(client, with.clock()),
        with.clock());
  }

  /** The adapter on the plan that costs nothing; no grant of its can be renewed. */
  public static VendorAdapter adapter(Surroundings with) {
    EnphaseSettings settings = new EnphaseSettings(with.settings());
    EnphaseClient client =
        new EnphaseClient(
            with.http(),
            (grant, stale, atVendor) -> {
              throw new UnsupportedOperationException();
            },
            tokens(with),
            settings,
            with.clock());
    return new EnphaseAdapter(
        settings, client, new EnphaseReader(client, with.clock()), with.clock());
  }

  static EnphaseHistory history(FakeEnphase cloud, Surroundings with) {
    return new EnphaseHistory(new EnphaseReader(client(cloud, with), with.clock()));
  }
}
