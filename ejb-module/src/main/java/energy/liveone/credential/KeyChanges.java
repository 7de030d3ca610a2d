package energy.liveone.credential;

import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** The steps of a rotation that change which key is used; a transaction each. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class KeyChanges {
  private static final Logger LOG = Logger.getLogger(KeyChanges.class.getName());

  private final HeldKeys held;
  private final JpaKeyState state;
  private final AuditLog audit;

  @Inject
  KeyChanges(HeldKeys held, JpaKeyState state, AuditLog audit) {
    this.held = held;
    this.state = state;
    this.audit = audit;
  }

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected KeyChanges() {
    this(null, null, null);
  }

  /** Names the next key; why not, if not. */
  public Optional<String> order() {
    KeyState now = state.lock();
    if (now.isRotating()) {
      return Optional.empty();
    }
    Optional<String> next = next(now);
    if (next.isEmpty()) {
      return Optional.of(
          "The key comes from the configuration: give all nodes the new key as"
              + " LIVEONE_ENCRYPTION_KEY and the present one as LIVEONE_ENCRYPTION_KEY_PREVIOUS,"
              + " then order the rotation again");
    }
    Set<String> without = state.withoutKey(next.get());
    if (!held.hasFile() && !without.isEmpty()) {
      return Optional.of(
          "These nodes do not have the new key: %s (one that was stopped is forgotten after %d s)"
              .formatted(String.join(", ", without), JpaKeyState.ALIVE_S));
    }
    state.change(new KeyState(now.sealing(), next.get(), null));
    audit.record(
        AuditAct.KEY_ROTATION_ORDERED,
        AuditSubject.INSTALLATION,
        Map.of("keyId", now.sealing()),
        Map.of("keyId", next.get()));
    return Optional.empty();
  }

  /** A key that is configured, or one made now: on the disk before anybody hears of it. */
  private Optional<String> next(KeyState now) {
    String configured = held.first().id();
    if (!configured.equals(now.sealing())) {
      return Optional.of(configured);
    }
    return held.isFirstFromFile() ? Optional.of(held.generate().id()) : Optional.empty();
  }

  /** Has everybody seal with the next key once all nodes have it; whether that is so. */
  public boolean useNext() {
    KeyState now = state.lock();
    if (now.next().isEmpty()) {
      return true;
    }
    String next = now.next().get();
    if (held.find(next).isEmpty() || !state.withoutKey(next).isEmpty()) {
      return false;
    }
    state.change(new KeyState(next, null, now.sealing()));
    LOG.info(() -> "Everything is sealed with the key of id %s from now on".formatted(next));
    return true;
  }

  /** Puts the earlier keys aside; only when everything that opens was sealed anew. */
  public void finish() {
    KeyState now = state.lock();
    String previous = now.previousOrNull();
    if (previous == null) {
      return;
    }
    state.change(new KeyState(now.sealing(), null, null));
    audit.record(
        AuditAct.KEY_ROTATED,
        AuditSubject.INSTALLATION,
        Map.of("keyId", previous),
        Map.of("keyId", now.sealing()));
    if (held.hasFile()) {
      held.retireAllBut(now.sealing());
    }
    LOG.info(() -> "The key of id %s is not used any more".formatted(previous));
  }
}
