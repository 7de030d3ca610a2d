package energy.liveone.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The keys of this node, and which of them all nodes seal with at present. */
@ApplicationScoped
public class InstallationKeys implements SealingKeys {
  private final HeldKeys held;
  private final JpaKeyState state;

  @Inject
  InstallationKeys(HeldKeys held, JpaKeyState state) {
    this.held = held;
    this.state = state;
  }

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected InstallationKeys() {
    this(null, null);
  }

  @Override
  public CredentialKey toSeal() {
    String id = state.holdSealingKey();
    return held.find(id)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "This node does not have the key of id " + id + " that all nodes seal with"));
  }

  @Override
  public Optional<CredentialKey> find(String id) {
    return held.find(id);
  }
}
