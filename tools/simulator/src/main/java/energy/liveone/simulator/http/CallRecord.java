package energy.liveone.simulator.http;

import energy.liveone.simulator.journal.Journal;
import energy.liveone.simulator.journal.JournalEntry;
import energy.liveone.simulator.journal.Redaction;
import energy.liveone.simulator.vendor.SimulatorContext;
import energy.liveone.simulator.vendor.Target;
import energy.liveone.simulator.vendor.VendorRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The journal's side of one incoming call. */
final class CallRecord {

  private final SimulatorContext context;
  private final String vendor;
  private final VendorRequest request;
  private final Target target;
  private final Journal.Started started;
  private final Instant begun;
  private final Instant virtualBegun;

  private CallRecord(
      SimulatorContext context, String vendor, VendorRequest request, Target target) {
    this.context = context;
    this.vendor = vendor;
    this.request = request;
    this.target = target;
    started = context.journal().begin(vendor, target.sites());
    begun = context.clock().realInstant();
    virtualBegun = context.clock().instant();
  }

  static CallRecord begin(
      SimulatorContext context, String vendor, VendorRequest request, Target target) {
    return new CallRecord(context, vendor, request, target);
  }

  void end(int status, List<String> faults) {
    started.end(
        new JournalEntry(
            begun,
            virtualBegun,
            true,
            vendor,
            target.sites(),
            target.kind().wireName(),
            request.method(),
            Redaction.path("/" + vendor + request.path(), request.query()),
            Redaction.headers(request.headers()),
            status,
            Duration.between(begun, context.clock().realInstant()),
            faults));
  }
}
