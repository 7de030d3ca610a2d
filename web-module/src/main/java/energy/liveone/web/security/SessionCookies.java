package energy.liveone.web.security;

import energy.liveone.web.gate.Places;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Session cookies that scripts cannot read and other sites cannot send along with a form. Over TLS
 * they are never sent in the clear; {@code liveone.secure-cookies} makes it so in any case.
 */
@WebListener
public class SessionCookies implements ServletContextListener {
  /** Of strangers, who must not fill the memory; sessions of people who sign in live longer. */
  private static final int IDLE_MINUTES = 15;

  @Inject
  @ConfigProperty(name = "liveone.secure-cookies", defaultValue = "false")
  private boolean secure;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    context.setSessionTimeout(IDLE_MINUTES);
    SessionCookieConfig cookie = context.getSessionCookieConfig();
    cookie.setName(Places.SESSION_COOKIE);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
  }
}
