package energy.liveone.simulator.control;

import energy.liveone.simulator.journal.Journal;
import energy.liveone.simulator.journal.JournalEntry;
import energy.liveone.simulator.journal.Tally;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** Shows and clears the journal. */
final class JournalControl {

  private static final int USUAL_LIMIT = 200;

  private final Journal journal;

  JournalControl(Journal journal) {
    this.journal = journal;
  }

  ControlReply answer(ControlRequest request) {
    return switch (request.route()) {
      case "GET " -> entries(request);
      case "GET summary" -> summary(request);
      case "DELETE " -> {
        journal.clear();
        yield ControlReply.ok(JsonText.object().add("cleared", true));
      }
      default ->
          throw ControlRefusal.notFound(
              "the journal knows GET /control/journal, GET /control/journal/summary and DELETE");
    };
  }

  private ControlReply entries(ControlRequest request) {
    Optional<String> vendor = request.parameter("vendor");
    Optional<String> site = request.parameter("site");
    Optional<String> kind = request.parameter("kind");
    int limit = request.parameter("limit").map(JournalControl::limit).orElse(USUAL_LIMIT);
    JsonArrayBuilder shown = JsonText.array();
    journal
        .newest(
            entry ->
                vendor.map(entry.vendor()::equals).orElse(true)
                    && site.map(entry.sites()::contains).orElse(true)
                    && kind.map(entry.kind()::equals).orElse(true),
            limit)
        .forEach(entry -> shown.add(json(entry)));
    return ControlReply.ok(JsonText.object().add("entries", shown));
  }

  private static int limit(String text) {
    if (!text.matches("[1-9]\\d{0,4}")) {
      throw ControlRefusal.badRequest("limit must be a number from 1 to 99999");
    }
    return Integer.parseInt(text);
  }

  private static JsonObjectBuilder json(JournalEntry entry) {
    JsonObjectBuilder headers = JsonText.object();
    entry.headers().forEach(headers::add);
    return JsonText.object()
        .add("time", entry.time().toString())
        .add("virtualTime", entry.virtualTime().toString())
        .add("direction", entry.incoming() ? "in" : "out")
        .add("vendor", entry.vendor())
        .add("site", String.join(",", entry.sites()))
        .add("kind", entry.kind())
        .add("method", entry.method())
        .add("path", entry.path())
        .add("headers", headers)
        .add("status", entry.status())
        .add("durationMs", entry.duration().toMillis())
        .add("faults", JsonText.array(entry.faults()));
  }

  private ControlReply summary(ControlRequest request) {
    Optional<String> wanted = request.parameter("vendor");
    JsonObjectBuilder vendors = JsonText.object();
    for (String vendor : journal.vendors()) {
      if (wanted.map(vendor::equals).orElse(true)) {
        JsonObjectBuilder sites = JsonText.object();
        journal.sites(vendor).forEach((site, tally) -> sites.add(site, json(tally)));
        vendors.add(vendor, json(journal.total(vendor)).add("sites", sites));
      }
    }
    return ControlReply.ok(JsonText.object().add("vendors", vendors));
  }

  private static JsonObjectBuilder json(Tally tally) {
    return JsonText.object()
        .add("logins", tally.logins())
        .add("dataCalls", tally.dataCalls())
        .add("pushes", tally.pushes())
        .add("otherCalls", tally.otherCalls())
        .add("failures", tally.failures())
        .add("inFlight", tally.inFlight())
        .add("maxConcurrent", tally.maxConcurrent());
  }
}
