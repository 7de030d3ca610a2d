package energy.liveone.simulator.http;

import energy.liveone.simulator.control.ControlApi;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlReply.Document;
import energy.liveone.simulator.vendor.ControlReply.Stream;
import energy.liveone.simulator.vendor.ControlRequest;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Serves the control API on worker threads, for some of its answers take a while to compute. */
final class ControlHandler implements HttpHandler {

  private final ControlApi api;

  ControlHandler(ControlApi api) {
    this.api = api;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this);
      return;
    }
    exchange.startBlocking();
    String text = new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    answer(exchange, text);
  }

  private void answer(HttpServerExchange exchange, String text) throws IOException {
    try {
      ControlReply reply = api.answer(requestOf(exchange, text));
      if (reply instanceof Document document) {
        send(exchange, document.status(), document.body());
      } else if (reply instanceof Stream stream) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        try (JsonGenerator generator = JsonText.generator(exchange.getOutputStream())) {
          stream.writer().accept(generator);
        }
      }
    } catch (ControlRefusal refusal) {
      send(exchange, refusal.status(), error(refusal.code(), refusal.getMessage()));
    } catch (IllegalArgumentException impossible) {
      // Value types check themselves; what they refuse came from the request.
      send(exchange, 400, error("BAD_REQUEST", String.valueOf(impossible.getMessage())));
    }
  }

  private static void send(HttpServerExchange exchange, int status, JsonObject body)
      throws IOException {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    byte[] bytes = JsonText.of(body).getBytes(StandardCharsets.UTF_8);
    exchange.setResponseContentLength(bytes.length);
    exchange.getOutputStream().write(bytes);
    exchange.endExchange();
  }

  private static JsonObject error(String code, String message) {
    return JsonText.object().add("error", message).add("code", code).build();
  }

  private static ControlRequest requestOf(HttpServerExchange exchange, String text) {
    List<String> segments = new ArrayList<>();
    for (String segment : exchange.getRelativePath().split("/")) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    Map<String, String> parameters = new HashMap<>();
    exchange
        .getQueryParameters()
        .forEach((name, values) -> parameters.put(name, values.getFirst()));
    JsonObject body =
        text.isBlank()
            ? JsonText.object().build()
            : JsonText.parseObject(text)
                .orElseThrow(() -> ControlRefusal.badRequest("the body must be a JSON object"));
    return new ControlRequest(exchange.getRequestMethod().toString(), segments, parameters, body);
  }
}
