package energy.liveone.credential;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * Looks at the encryption keys before anything is polled: a malformed key stops the start, and so
 * does one that is not that of the nodes which run already; a key that is not the one of the stored
 * credentials is told once, and the systems concerned wait for it. Later says every few seconds
 * which keys this node has, and takes part in rotations.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class KeyAtStart {
  private static final Logger LOG = Logger.getLogger(KeyAtStart.class.getName());

  @Inject private Config config;
  @Inject private HeldKeys held;
  @Inject private JpaKeyState state;
  @Inject private JpaSealedTexts texts;
  @Inject private RotateKey rotation;

  private final AtomicBoolean working = new AtomicBoolean();

  /** Refuses or tells. */
  @PostConstruct
  void check() {
    try {
      // Not the bean: what fails while a proxy makes it loses its words.
      HeldKeys unused = new HeldKeys(config);
      held.reload();
    } catch (IllegalStateException e) {
      throw refused(e);
    }
    state.begin(held.first().id());
    agree(state.read().orElseThrow());
    long foreign = texts.countUnderOthers(held.ids());
    if (foreign > 0) {
      LOG.severe(
          () ->
              "%s (id %s) is not the key of the credentials of %d systems, accounts or mails:"
                      .formatted(CredentialKey.PROPERTY, held.first().id(), foreign)
                  + " configure the key that sealed them, or enter the credentials again");
    }
    state.announce(held.ids());
  }

  /** A key that is lost is given up, unless another node has it. */
  private void agree(KeyState known) {
    if (held.find(known.sealing()).isPresent()) {
      return;
    }
    if (state.isHeldElsewhere(known.sealing())) {
      throw refused(
          new IllegalStateException(
              "The other nodes seal with the key of id %s, which this one does not have (its %s has id %s)"
                  .formatted(known.sealing(), CredentialKey.PROPERTY, held.first().id())));
    }
    state.change(new KeyState(held.first().id(), null, null));
  }

  private static IllegalStateException refused(IllegalStateException reason) {
    LOG.severe(() -> "LIVEONE-START-REFUSED: " + reason.getMessage() + ".");
    return reason;
  }

  /** Says what is here, and goes on with a rotation. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void takePart() {
    if (!working.compareAndSet(false, true)) {
      return;
    }
    try {
      held.reload();
      state.announce(held.ids());
      rotation.work();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The encryption keys were not looked at; it is tried again", e);
    } finally {
      working.set(false);
    }
  }

  /** The others need not wait for this node. */
  @PreDestroy
  void leave() {
    try {
      state.leave();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The others learn by themselves that this node has left", e);
    }
  }
}
