package energy.liveone.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where people reach the pages: {@code liveone.public-url}. Configured, and never taken from a
 * request: who sends a request could otherwise have links to a server of theirs mailed to others.
 */
@ApplicationScoped
public class PublicAddress {
  private final String base;

  @Inject
  public PublicAddress(
      @ConfigProperty(name = "liveone.public-url", defaultValue = "http://localhost:8080")
          String url) {
    URI uri = URI.create(url.strip());
    boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!isWeb || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalStateException("liveone.public-url is not an http or https address");
    }
    base = url.strip().replaceAll("/+$", "");
  }

  /** For the container's proxies. */
  protected PublicAddress() {
    this("http://localhost:8080");
  }

  /** The address of a page. */
  public String of(String page) {
    return base + "/" + page;
  }
}
