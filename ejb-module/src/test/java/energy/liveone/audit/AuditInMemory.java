package energy.liveone.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An audit log without a database, for the tests of all features. */
public final class AuditInMemory implements AuditStore {
  private final List<NewEntry> entries = new ArrayList<>();
  private final CurrentActor current = new CurrentActor();
  private final AuditLog log;

  /** An empty one. */
  public AuditInMemory(Clock clock) {
    log = new AuditLog(this, new FrequentActs(clock), current, clock);
  }

  /** What takes down acts. */
  public AuditLog log() {
    return log;
  }

  CurrentActor current() {
    return current;
  }

  /** The acts that were taken down, oldest first. */
  public List<AuditAct> acts() {
    return entries.stream().map(NewEntry::act).toList();
  }

  List<NewEntry> entries() {
    return entries;
  }

  @Override
  public void add(NewEntry entry) {
    entries.add(entry);
  }

  @Override
  public List<AuditEntry> find(AuditQuery wanted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int forget(Instant before, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void renameSubject(AuditSubject subject, String newId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forgetFactsWith(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void renameActor(int account, String newName) {
    throw new UnsupportedOperationException();
  }
}
