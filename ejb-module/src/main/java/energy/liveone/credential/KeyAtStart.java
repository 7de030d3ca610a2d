package energy.liveone.credential;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * Looks at the encryption key before anything is polled: a malformed key stops the start; a key
 * that is not the one of the stored credentials is told once, and the systems concerned wait for
 * it.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class KeyAtStart {
  private static final Logger LOG = Logger.getLogger(KeyAtStart.class.getName());

  @Inject private Config config;
  @Inject private JpaCredentialVault vault;

  /** Refuses or tells. */
  @PostConstruct
  void check() {
    CredentialKey key = key();
    long foreign = vault.countUnderOtherKeys();
    if (foreign > 0) {
      LOG.severe(
          () ->
              "%s (id %s) is not the key of the credentials of %d systems: configure the key that"
                      .formatted(CredentialKey.PROPERTY, key.id(), foreign)
                  + " sealed them, or enter their credentials again");
    }
  }

  private CredentialKey key() {
    try {
      return CredentialKey.of(config);
    } catch (IllegalStateException e) {
      LOG.severe(() -> "LIVEONE-START-REFUSED: " + e.getMessage() + ".");
      throw e;
    }
  }
}
