package energy.liveone.credential;

import energy.liveone.database.Retry;
import energy.liveone.lease.Lease;
import energy.liveone.lease.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the encryption key while everything runs. An order names the next key. One node at a
 * time carries it out, in steps that may end anywhere and go on anywhere: when all nodes have the
 * next key, everybody seals with it; then what was sealed with earlier keys is sealed anew in small
 * batches; then everything is opened once for trial; then the earlier keys are put aside. At each
 * moment a key that anything is sealed with is on the disk.
 */
@ApplicationScoped
public class RotateKey {
  private static final Logger LOG = Logger.getLogger(RotateKey.class.getName());
  private static final String TASK = "key-rotation";
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final HeldKeys held;
  private final JpaKeyState state;
  private final KeyChanges changes;
  private final JpaSealedTexts texts;
  private final Leases leases;

  @Inject
  RotateKey(
      HeldKeys held, JpaKeyState state, KeyChanges changes, JpaSealedTexts texts, Leases leases) {
    this.held = held;
    this.state = state;
    this.changes = changes;
    this.texts = texts;
    this.leases = leases;
  }

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected RotateKey() {
    this(null, null, null, null, null);
  }

  /**
   * How far it is.
   *
   * @param keyId of the key that is used now
   * @param nextKeyIdOrNull ordered, while nodes do not have it yet
   * @param waitingFor these nodes
   * @param sealed texts in all
   * @param remaining those to be sealed anew
   * @param unreadable those that open with no key that is here; they stay as they are
   */
  public record Progress(
      String keyId,
      @Nullable String nextKeyIdOrNull,
      boolean rotating,
      Set<String> waitingFor,
      long sealed,
      long remaining,
      long unreadable) {}

  /** How far it is. */
  public Progress progress() {
    KeyState now = state.read().orElseThrow();
    held.reload();
    long unreadable = texts.countUnderOthers(held.ids());
    return new Progress(
        now.sealing(),
        now.nextOrNull(),
        now.isRotating(),
        now.next().map(state::withoutKey).orElse(Set.of()),
        texts.count(),
        Math.max(0, texts.countUnderOthers(List.of(now.sealing())) - unreadable),
        unreadable);
  }

  /**
   * Orders another key, unless that is under way.
   *
   * @return why not, in words for the operator; empty when it is ordered
   */
  public Optional<String> order() {
    return Retry.transaction(changes::order);
  }

  /** Does what is to be done now, if no other node is at it. */
  void work() {
    if (state.read().filter(KeyState::isRotating).isEmpty()) {
      return;
    }
    leases.claim(TASK, LEASE, Function.identity()).ifPresent(this::work);
  }

  private void work(Lease lease) {
    try {
      if (Retry.transaction(changes::useNext) && hasPrevious()) {
        String key = state.read().orElseThrow().sealing();
        int stay = forAll((column, after) -> texts.reseal(column, after, key), lease);
        int damaged = forAll((column, after) -> texts.verify(column, after, key), lease);
        if (stay + damaged > 0) {
          LOG.warning(() -> (stay + damaged) + " sealed texts open with no key; they stay");
        }
        Retry.run(changes::finish);
      }
    } finally {
      leases.release(lease);
    }
  }

  /** Without it another node has to go on; from the file it is gone only when all is done. */
  private boolean hasPrevious() {
    return held.hasFile()
        || Optional.ofNullable(state.read().orElseThrow().previousOrNull())
            .flatMap(held::find)
            .isPresent();
  }

  /** Goes through all texts; how many failed. */
  private int forAll(
      BiFunction<SealedColumn, Optional<Object>, JpaSealedTexts.Batch> step, Lease lease) {
    int failed = 0;
    for (SealedColumn column : SealedColumn.values()) {
      Optional<Object> last = Optional.empty();
      do {
        Optional<Object> after = last;
        JpaSealedTexts.Batch batch = Retry.transaction(() -> step.apply(column, after));
        failed += batch.failed();
        last = batch.lastId();
        renew(lease);
      } while (last.isPresent());
    }
    return failed;
  }

  private void renew(Lease lease) {
    if (!leases.renew(lease, LEASE)) {
      throw new IllegalStateException("Another node goes on with the key rotation");
    }
  }
}
