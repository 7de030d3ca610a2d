package energy.liveone.batch.backfill;

import energy.liveone.gap.BackfillProgress;
import energy.liveone.gap.Backfills;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** Notes how far the order has come; the rows of its days are already written. */
@Dependent
@Named("backfillTally")
public class BackfillTally extends AbstractItemWriter {
  private final Backfills orders;
  private final int order;

  @Inject
  public BackfillTally(Backfills orders, @BatchProperty(name = "order") String order) {
    this.orders = orders;
    this.order = Integer.parseInt(order);
  }

  @Override
  public void writeItems(List<Object> items) {
    for (Object item : items) {
      FetchedDays fetched = (FetchedDays) item;
      BackfillProgress progress = orders.find(order).orElseThrow();
      LocalDate first = progress.days().first();
      int done = (int) (fetched.days().last().toEpochDay() - first.toEpochDay()) + 1;
      orders.advance(order, done, fetched.rows());
    }
  }
}
