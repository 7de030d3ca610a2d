package energy.liveone.quota;

import energy.liveone.system.SystemId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ledger with the same rules and without a database. */
final class MemoryLedger implements QuotaLedger {
  private final Clock clock;
  private final QuotaBooks books = new QuotaBooks();
  private final Map<ScopeKey, Set<SystemId>> members = new HashMap<>();

  MemoryLedger(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized List<QuotaDecision> reserve(List<QuotaRequest> requests) {
    List<QuotaDecision> decisions = new ArrayList<>();
    for (QuotaRequest request : requests) {
      request.limits().forEach(limit -> join(limit.key(), request.system()));
      decisions.add(books.decide(request, clock.instant()));
    }
    return decisions;
  }

  @Override
  public synchronized void settle(List<Settlement> settlements) {
    settlements.forEach(settlement -> books.settle(settlement, clock.instant()));
  }

  private void join(ScopeKey key, SystemId system) {
    Set<SystemId> all = members.computeIfAbsent(key, k -> new HashSet<>());
    all.add(system);
    QuotaBooks.ScopeState state = books.state(key);
    books.open(key, new QuotaBooks.ScopeState(state.blockedUntil(), state.refusals(), all.size()));
  }
}
