package energy.liveone.account;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the first account of an installation from {@code liveone.admin.email} and {@code
 * liveone.admin.password}. An account that already exists is left alone: a changed configuration
 * must not silently change a password that its owner may have changed since.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdmin {
  private static final Logger LOG = Logger.getLogger(FirstAdmin.class.getName());

  @Inject private AccountService accounts;

  @Inject
  @ConfigProperty(name = "liveone.admin.email")
  private Optional<String> email;

  @Inject
  @ConfigProperty(name = "liveone.admin.password")
  private Optional<String> password;

  /** Creates the account if it is configured and absent. */
  @PostConstruct
  void ensure() {
    if (email.isEmpty() || password.isEmpty()) {
      return;
    }
    if (!EmailAddress.isValid(email.get())) {
      throw new IllegalStateException("liveone.admin.email is not an e-mail address");
    }
    if (!PasswordRule.accepts(password.get())) {
      LOG.warning("liveone.admin.password is too weak for a server that strangers can reach");
    }
    try {
      if (accounts.ensureAdmin(new EmailAddress(email.get()), password.get())) {
        LOG.info("Created the first administrator account");
      }
    } catch (PersistenceException e) {
      LOG.log(Level.FINE, "Another node created the account at the same moment", e);
    }
  }
}
