package energy.liveone.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Which addresses are called, or browsers sent to. */
final class WebAddress {
  private WebAddress() {}

  /** An absolute http or https address with a host, without user and fragment. */
  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text.strip());
      boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return isWeb
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isEncrypted(URI uri) {
    return "https".equals(uri.getScheme());
  }
}
