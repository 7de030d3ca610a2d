package energy.liveone.web.security;

import energy.liveone.access.Caller;
import energy.liveone.access.CurrentCaller;
import energy.liveone.audit.CurrentActor;
import energy.liveone.origin.CurrentOrigin;
import energy.liveone.origin.RequestOrigin;
import energy.liveone.web.gate.Origins;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Hands the caller over to {@code access} and {@code audit}, whether the request may change
 * something to {@code access}, and where it comes from to {@code origin}. Not done by the
 * authentication itself, because that may run before the request scope begins.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CallerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private transient CurrentCaller current;
  @Inject private transient CurrentActor actor;
  @Inject private transient CurrentOrigin currentOrigin;
  @Inject private transient Origins origins;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Caller caller = CallerAuthentication.callerOf(request);
    RequestOrigin origin = origins.of(request);
    currentOrigin.become(origin);
    current.become(caller);
    actor.become(Actors.of(caller, request), origin.address());
    if (!READING.contains(request.getMethod())) {
      current.mayChange();
    }
    chain.doFilter(request, response);
  }
}
