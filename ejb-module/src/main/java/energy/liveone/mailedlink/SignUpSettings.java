package energy.liveone.mailedlink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether strangers may make accounts: {@code liveone.sign-up.open}, by default not. Who runs a
 * server for a home adds its people; nobody who merely finds it gets in.
 */
@ApplicationScoped
public class SignUpSettings {
  private final boolean open;

  @Inject
  public SignUpSettings(
      @ConfigProperty(name = "liveone.sign-up.open", defaultValue = "false") boolean open) {
    this.open = open;
  }

  /** For the container's proxies. */
  protected SignUpSettings() {
    this(false);
  }

  /** Whether everybody may make an account. */
  public boolean isOpen() {
    return open;
  }
}
