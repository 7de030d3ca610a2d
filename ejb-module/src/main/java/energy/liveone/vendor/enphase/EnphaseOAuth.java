package energy.liveone.vendor.enphase;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.OAuthVendor;
import energy.liveone.vendor.TokenOutcome;
import energy.liveone.vendor.enphase.EnphaseSettings.Application;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.util.concurrent.CompletionStage;

/** How owners let this installation in. */
@Dependent
public class EnphaseOAuth implements OAuthVendor {
  private final EnphaseSettings settings;
  private final EnphaseTokens endpoint;

  @Inject
  EnphaseOAuth(EnphaseSettings settings, EnphaseTokens endpoint) {
    this.settings = settings;
    this.endpoint = endpoint;
  }

  @Override
  public VendorType vendorType() {
    return EnphaseAdapter.TYPE;
  }

  @Override
  public boolean isConfigured() {
    return settings.application().isPresent();
  }

  @Override
  public URI authorizationUri(String state) {
    Application application =
        settings
            .application()
            .orElseThrow(() -> new IllegalStateException("Not registered with Enphase"));
    return settings.uri(
        "/oauth/authorize?response_type=code&client_id="
            + encoded(application.clientId())
            + "&redirect_uri="
            + encoded(application.redirectUri())
            + "&state="
            + encoded(state));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public CompletionStage<TokenOutcome> exchange(String code) {
    return endpoint.exchange(code);
  }
}
