package energy.liveone.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secret of schedulers that call {@code /api/cron/*}; without one configured none fits. */
@ApplicationScoped
public class CronSecret {
  private final byte[] secret;

  @Inject
  public CronSecret(@ConfigProperty(name = "liveone.cron-secret") Optional<String> secret) {
    this.secret = secret.orElse("").getBytes(StandardCharsets.UTF_8);
  }

  /** For the container's proxies. */
  protected CronSecret() {
    this(Optional.empty());
  }

  /** Whether this is the secret; takes as long whichever byte differs. */
  public boolean fits(String candidate) {
    return secret.length > 0
        && MessageDigest.isEqual(secret, candidate.getBytes(StandardCharsets.UTF_8));
  }
}
