package energy.liveone.oidc;

import energy.liveone.outbound.OutboundUrl;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Refuses the start when a provider is configured by half. Calls nobody: a provider that is down
 * must not keep the product from starting.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ProvidersAtStart {
  private static final Logger LOG = Logger.getLogger(ProvidersAtStart.class.getName());

  @Inject private OidcSettings settings;

  /** Reads the configuration. */
  @PostConstruct
  void look() {
    for (OidcProvider provider : settings.providers()) {
      LOG.log(Level.INFO, "People can sign in through {0}", provider);
      if (!OutboundUrl.isEncrypted(provider.discovery())) {
        LOG.log(
            Level.WARNING,
            "{0} is called without encryption; whoever can change what it answers can sign in as"
                + " anybody who uses it",
            provider);
      }
    }
  }
}
