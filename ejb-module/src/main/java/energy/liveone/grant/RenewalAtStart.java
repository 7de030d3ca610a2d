package energy.liveone.grant;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Makes {@link RenewTokens} when the server starts. Else the first renewal would make it on a
 * thread of the HTTP client, on which the container injects no resource: the renewal, and each
 * after it, would fail.
 */
@Singleton
@Startup
public class RenewalAtStart {
  @Inject private RenewTokens tokens;

  /** Has the bean behind the proxy made. */
  @PostConstruct
  void make() {
    tokens.ready();
  }
}
