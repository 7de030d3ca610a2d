package energy.liveone.reading;

import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Imports through the one writer. */
@Dependent
public class StoreImport implements ImportReadings {
  private final ReadingWriter writer;
  private final AuditLog audit;

  @Inject
  StoreImport(ReadingWriter writer, AuditLog audit) {
    this.writer = writer;
    this.audit = audit;
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
    audit.record(
        AuditAct.READINGS_IMPORTED,
        AuditSubject.system(system.value()),
        Map.of(),
        Map.of("stored", written.stored(), "rejected", written.rejected()));
    return new ImportResult(written.stored(), written.duplicates(), written.rejected());
  }
}
