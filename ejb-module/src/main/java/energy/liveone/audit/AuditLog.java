package energy.liveone.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes down acts. Call it in the transaction of the act: what is rolled back leaves no entry, and
 * an entry that cannot be written throws and so takes the act with it. Who acts and from where
 * comes from the current request; work in the background is the product's own.
 *
 * <p>Facts are small and without secrets: names, states and numbers that tell a reader what
 * changed. A fact that is called like a secret is hidden all the same.
 */
@ApplicationScoped
public class AuditLog {
  private final AuditStore store;
  private final FrequentActs frequent;
  private final CurrentActor current;
  private final Clock clock;

  @Inject
  AuditLog(AuditStore store, FrequentActs frequent, CurrentActor current, Clock clock) {
    this.store = store;
    this.frequent = frequent;
    this.current = current;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected AuditLog() {
    this(null, null, null, null);
  }

  /** Takes down an act with nothing more to tell. */
  @Transactional
  public void record(AuditAct act, AuditSubject subject) {
    record(act, subject, Map.of(), Map.of());
  }

  /**
   * Takes down an act.
   *
   * @param before what was there, empty where that says nothing
   * @param after what is there now, or what happened
   */
  @Transactional
  public void record(
      AuditAct act, AuditSubject subject, Map<String, ?> before, Map<String, ?> after) {
    write(actor(), act, subject, before, after);
  }

  /** Takes down a change, of which only what differs; nothing where nothing differs. */
  @Transactional
  public void recordChange(
      AuditAct act, AuditSubject subject, Map<String, ?> before, Map<String, ?> after) {
    Map<String, Object> was = AuditFacts.differing(before, after);
    Map<String, Object> is = AuditFacts.differing(after, before);
    if (!was.isEmpty() || !is.isEmpty()) {
      write(actor(), act, subject, was, is);
    }
  }

  /** Takes down an act of somebody whom the request does not know yet, as at signing in. */
  @Transactional
  public void recordAs(
      AuditActor actor, AuditAct act, AuditSubject subject, Map<String, ?> details) {
    write(actor, act, subject, Map.of(), details);
  }

  /**
   * Takes down what strangers can make happen as often as they like: the first of its kind at once,
   * all others of the same minute, subject and address in one more entry when the minute is over.
   */
  @Transactional
  public void recordFrequent(AuditAct act, AuditSubject subject, String address) {
    if (frequent.isFirst(act, subject, address)) {
      store.add(entry(actor(), address, act, subject, Map.of(), Map.of()));
    }
  }

  private void write(
      AuditActor actor,
      AuditAct act,
      AuditSubject subject,
      Map<String, ?> before,
      Map<String, ?> after) {
    String address = actor.isForgotten() ? null : addressOrNull();
    store.add(entry(actor, address, act, subject, before, after));
  }

  private NewEntry entry(
      AuditActor actor,
      @Nullable String address,
      AuditAct act,
      AuditSubject subject,
      Map<String, ?> before,
      Map<String, ?> after) {
    return new NewEntry(
        clock.instant(),
        actor,
        address,
        act,
        subject,
        1,
        AuditFacts.json(before),
        AuditFacts.json(after));
  }

  private AuditActor actor() {
    try {
      return current.actor();
    } catch (ContextNotActiveException e) {
      return AuditActor.SYSTEM;
    }
  }

  private @Nullable String addressOrNull() {
    try {
      return current.address().orElse(null);
    } catch (ContextNotActiveException e) {
      return null;
    }
  }
}
