package energy.liveone.web.gate;

import energy.liveone.mail.PublicAddress;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests that are out of shape, and those that another site's page had a browser send.
 *
 * <p>Forms of pages are refused when the browser says that they come from elsewhere, signed in or
 * not, so that nobody is signed in as somebody else either. Calls of the API that rely on the
 * session cookie must be known to come from here; those with a token of their own need not.
 */
public class GateFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Refusal FOREIGN =
      new Refusal(403, "CROSS_SITE", "This was sent by a page of another site");

  @Inject private transient Origins origins;
  @Inject private transient PublicAddress publicAddress;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> refusal =
        RequestShape.refusalOf(request)
            .or(() -> isFromElsewhere(request) ? Optional.of(FOREIGN) : Optional.empty());
    if (refusal.isPresent()) {
      refusal.get().send(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isFromElsewhere(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return false;
    }
    boolean isApi = Places.isApi(request);
    if (isApi && (request.getHeader("Authorization") != null || !hasSessionCookie(request))) {
      return false;
    }
    SameOrigin answer =
        SameOrigin.of(
            request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), ourHosts(request));
    return answer == SameOrigin.NO || (isApi && answer == SameOrigin.UNKNOWN);
  }

  /** Also the configured one, for proxies that do not hand on what the browser asked for. */
  private Set<String> ourHosts(HttpServletRequest request) {
    Set<String> hosts = new HashSet<>();
    hosts.add(SameOrigin.normal(origins.of(request).host()));
    SameOrigin.hostOf(publicAddress.of("")).ifPresent(hosts::add);
    return hosts;
  }

  private static boolean hasSessionCookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies != null
        && Arrays.stream(cookies)
            .anyMatch(cookie -> cookie.getName().equals(Places.SESSION_COOKIE));
  }
}
