package energy.liveone.web.security;

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
 * Session cookies that scripts cannot read and other sites cannot send along with a form. Set
 * {@code liveone.secure-cookies} behind TLS, so that browsers never send them in the clear.
 */
@WebListener
public class SessionCookies implements ServletContextListener {
  private static final int IDLE_MINUTES = 12 * 60;

  @Inject
  @ConfigProperty(name = "liveone.secure-cookies", defaultValue = "false")
  private boolean secure;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    context.setSessionTimeout(IDLE_MINUTES);
    SessionCookieConfig cookie = context.getSessionCookieConfig();
    cookie.setName("liveone-session");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
  }
}
