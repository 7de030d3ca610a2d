package energy.liveone.gap;

import energy.liveone.database.Retry;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.HistorySource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Fetches days, and has the gaps that they fill settled. */
@Dependent
public class FetchDays implements PastOfSystem {
  private final JpaWatchedSystems systems;
  private final Histories histories;
  private final AskPast past;
  private final SettleGaps settlement;

  @Inject
  FetchDays(JpaWatchedSystems systems, Histories histories, AskPast past, SettleGaps settlement) {
    this.systems = systems;
    this.histories = histories;
    this.past = past;
    this.settlement = settlement;
  }

  @Override
  @Transactional(TxType.NOT_SUPPORTED)
  public int daysAtOnce(SystemId id) {
    return systems
        .find(id)
        .flatMap(system -> histories.of(system.vendor()))
        .map(HistorySource::daysPerRequest)
        .orElse(0);
  }

  @Override
  @Transactional(TxType.NOT_SUPPORTED)
  public PastAnswer fetch(SystemId id, DayRange days) {
    WatchedSystem system = systems.find(id).orElseThrow();
    PastAnswer answer = past.ask(system, days);
    Stretch all = days.whole(system.view().zone());
    Retry.run(() -> settlement.settle(system, all));
    return answer;
  }
}
