package energy.liveone.simulator.http;

import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import energy.liveone.simulator.vendor.Target;
import energy.liveone.simulator.vendor.VendorRequest;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.SameThreadExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Serves one vendor. A slow answer is a timer on the I/O thread, not a waiting thread, so that
 * thousands of calls can be slow at once.
 */
final class VendorHandler implements HttpHandler {

  private final SimulatorContext context;
  private final SimulatedVendor vendor;
  private final FaultyAnswer answers;

  VendorHandler(SimulatorContext context, SimulatedVendor vendor) {
    this.context = context;
    this.vendor = vendor;
    answers = new FaultyAnswer(vendor);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    exchange
        .getRequestReceiver()
        .receiveFullString((whole, body) -> answer(whole, body), StandardCharsets.UTF_8);
  }

  private void answer(HttpServerExchange exchange, String body) {
    VendorRequest request = requestOf(exchange, body);
    Target target = vendor.identify(request);
    CallRecord call = CallRecord.begin(context, vendor.name(), request, target);
    FaultView faults = context.faults().view(vendor.name(), target.sites(), target.kind());
    Answer answer = answerTo(request, target, faults);
    Duration delay = target.latency().plus(answer.delay());
    Runnable send =
        () -> {
          call.end(answer.recordedStatus(), faults.struck());
          AnswerSender.send(exchange, answer);
        };
    if (delay.isZero()) {
      send.run();
    } else {
      exchange.dispatch(
          SameThreadExecutor.INSTANCE,
          () -> exchange.getIoThread().executeAfter(send, delay.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  /** A mistake in a vendor's simulation is told as such and does not leave the caller waiting. */
  private Answer answerTo(VendorRequest request, Target target, FaultView faults) {
    try {
      return answers.to(request, target, faults);
    } catch (RuntimeException mistake) {
      System.getLogger(vendor.name())
          .log(System.Logger.Level.ERROR, "cannot simulate the answer", mistake);
      String text = "simulator: " + mistake;
      return new Answer(500, List.of(), "text/plain", text, Duration.ZERO, Answer.Cut.NOWHERE);
    }
  }

  private static VendorRequest requestOf(HttpServerExchange exchange, String body) {
    Map<String, String> headers = new HashMap<>();
    for (HeaderValues values : exchange.getRequestHeaders()) {
      String name = values.getHeaderName().toString().toLowerCase(Locale.ROOT);
      headers.put(name, String.join(name.equals("cookie") ? "; " : ", ", values));
    }
    return new VendorRequest(
        exchange.getRequestMethod().toString(),
        exchange.getRelativePath(),
        exchange.getQueryString(),
        headers,
        body);
  }
}
