package energy.liveone.web.gate;

import energy.liveone.origin.RequestOrigin;
import energy.liveone.origin.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/**
 * The origin of a request, found out once. Within a request scope {@link
 * energy.liveone.origin.CurrentOrigin} tells the same.
 */
@ApplicationScoped
public class Origins {
  private static final String ATTRIBUTE = "energy.liveone.origin";

  private final TrustedProxies proxies;

  @Inject
  public Origins(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected Origins() {
    this(null);
  }

  /** Where a request comes from. */
  public RequestOrigin of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof RequestOrigin known) {
      return known;
    }
    String host = request.getHeader("Host");
    RequestOrigin peer =
        new RequestOrigin(request.getRemoteAddr(), request.isSecure(), host == null ? "" : host);
    RequestOrigin origin = proxies.originOf(peer, name -> values(request, name));
    request.setAttribute(ATTRIBUTE, origin);
    return origin;
  }

  private static List<String> values(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }
}
