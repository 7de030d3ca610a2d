package energy.liveone.quota;

import energy.liveone.database.DatabaseFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** The ledger in the database. Whoever has no limits passes without a look at it. */
@ApplicationScoped
public class QuotaDesk implements QuotaLedger {
  private static final int TRIES = 4;

  private final JpaQuotaLedger ledger;
  private final Clock clock;

  @Inject
  QuotaDesk(JpaQuotaLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected QuotaDesk() {
    this(null, null);
  }

  @Override
  public List<QuotaDecision> reserve(List<QuotaRequest> requests) {
    List<QuotaRequest> limited =
        requests.stream().filter(request -> !request.limits().isEmpty()).toList();
    Iterator<QuotaDecision> decided =
        limited.isEmpty()
            ? List.<QuotaDecision>of().iterator()
            : retried(() -> ledger.reserve(limited, clock.instant())).iterator();
    QuotaBooks unlimited = new QuotaBooks();
    List<QuotaDecision> decisions = new ArrayList<>(requests.size());
    for (QuotaRequest request : requests) {
      decisions.add(
          request.limits().isEmpty() ? unlimited.decide(request, clock.instant()) : decided.next());
    }
    return decisions;
  }

  @Override
  public void settle(List<Settlement> settlements) {
    List<Settlement> limited =
        settlements.stream().filter(one -> !one.granted().request().limits().isEmpty()).toList();
    if (!limited.isEmpty()) {
      retried(
          () -> {
            ledger.settle(limited, clock.instant());
            return limited;
          });
    }
  }

  private static <T> T retried(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        if (attempt == TRIES || !DatabaseFault.isTransient(e)) {
          throw e;
        }
      }
    }
  }
}
