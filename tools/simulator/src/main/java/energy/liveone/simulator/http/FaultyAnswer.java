package energy.liveone.simulator.http;

import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.fault.WireFaults;
import energy.liveone.simulator.http.Answer.Cut;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.Target;
import energy.liveone.simulator.vendor.VendorRequest;
import jakarta.json.JsonStructure;
import java.time.Duration;
import java.util.Optional;

/** Joins a vendor's own answer with the faults that any HTTP service can have. */
final class FaultyAnswer {

  private static final int SUCCESS_END = 300;

  private final SimulatedVendor vendor;

  FaultyAnswer(SimulatedVendor vendor) {
    this.vendor = vendor;
  }

  Answer to(VendorRequest request, Target target, FaultView faults) {
    Duration delay =
        faults
            .claim(FaultName.SLOW)
            .flatMap(Fault::number)
            .map(millis -> Duration.ofMillis(Math.round(millis)))
            .orElse(Duration.ZERO);
    Optional<Fault> drop = faults.claim(FaultName.DROP_CONNECTION);
    Cut cut = drop.map(FaultyAnswer::cutOf).orElse(Cut.NOWHERE);
    Reply reply =
        cut == Cut.BEFORE
            ? Reply.text(500, "")
            : failure(faults).orElseGet(() -> vendor.reply(request, target, faults));
    return new Answer(
        reply.status(),
        reply.headers(),
        contentType(reply, faults),
        body(reply, faults),
        delay,
        cut);
  }

  private static Cut cutOf(Fault drop) {
    return drop.text().equals(Optional.of("midBody")) ? Cut.MID_BODY : Cut.BEFORE;
  }

  private static Optional<Reply> failure(FaultView faults) {
    Optional<Fault> tooMany = faults.claim(FaultName.HTTP_429);
    if (tooMany.isPresent()) {
      Reply refusal = Reply.json(429, message("Too many requests"));
      return Optional.of(
          tooMany
              .get()
              .number()
              .map(seconds -> refusal.with("Retry-After", Long.toString(Math.round(seconds))))
              .orElse(refusal));
    }
    if (faults.strikes(FaultName.HTTP_500)) {
      return Optional.of(Reply.html(500, WireFaults.HTML));
    }
    if (faults.strikes(FaultName.HTTP_503)) {
      return Optional.of(Reply.html(503, WireFaults.HTML));
    }
    return Optional.empty();
  }

  private static JsonStructure message(String text) {
    return JsonText.object().add("message", text).build();
  }

  private static boolean replacedByPage(Reply reply, FaultView faults) {
    return reply.json() != null
        && reply.status() < SUCCESS_END
        && faults.strikes(FaultName.HTML_INSTEAD_OF_JSON);
  }

  private static String contentType(Reply reply, FaultView faults) {
    return replacedByPage(reply, faults) ? "text/html; charset=utf-8" : reply.contentType();
  }

  private String body(Reply reply, FaultView faults) {
    if (reply.json() == null) {
      return reply.text();
    }
    if (reply.status() >= SUCCESS_END) {
      return JsonText.of(reply.json());
    }
    if (faults.strikes(FaultName.EMPTY_BODY)) {
      return "";
    }
    return replacedByPage(reply, faults)
        ? WireFaults.HTML
        : new WireFaults(faults, vendor::isReading).write(reply.json());
  }
}
