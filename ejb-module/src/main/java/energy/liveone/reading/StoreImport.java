package energy.liveone.reading;

import energy.liveone.system.SystemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Imports through the one writer. */
@Dependent
public class StoreImport implements ImportReadings {
  private final ReadingWriter writer;

  @Inject
  StoreImport(ReadingWriter writer) {
    this.writer = writer;
  }

  @Override
  @Transactional
  public ImportResult store(
      SystemId system, List<Reading> readings, List<IntervalReading> intervals) {
    if (readings.size() + intervals.size() > MAX_READINGS) {
      throw new IllegalArgumentException("At most " + MAX_READINGS + " readings");
    }
    Written written =
        writer.write(List.of(new Delivery(system, readings, intervals, List.of(), false))).get(0);
    return new ImportResult(written.stored(), written.duplicates(), written.rejected());
  }
}
