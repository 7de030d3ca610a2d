package energy.liveone.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a pretended vendor answers one request. */
public sealed interface FakeReply {

  /** A complete answer. */
  record Full(int status, Map<String, String> headers, String body) implements FakeReply {
    /** The same with one more header. */
    public Full with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Full(status, more, body);
    }
  }

  /** Nothing, ever. */
  record Silence() implements FakeReply {}

  /** Headers and the beginning of a body, then nothing, ever. */
  record Trickle() implements FakeReply {}

  /** The connection closes without an answer. */
  record HangUp() implements FakeReply {}

  /** The connection closes in the middle of the body. */
  record BreakOff() implements FakeReply {}

  /** A body that never ends. */
  record Flood(int bytes) implements FakeReply {}

  static Full status(int status, String body) {
    return new Full(status, Map.of(), body);
  }

  static Full json(String body) {
    return status(200, body).with("Content-Type", "application/json");
  }

  static Full redirect(String location) {
    return status(302, "").with("Location", location);
  }

  /** Sends it. */
  default void send(HttpExchange exchange) throws IOException {
    if (this instanceof Full full) {
      byte[] bytes = full.body().getBytes(UTF_8);
      full.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(full.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    } else if (this instanceof Trickle) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("{\"items\":".getBytes(UTF_8));
      exchange.getResponseBody().flush();
    } else if (this instanceof Flood flood) {
      exchange.sendResponseHeaders(200, 0);
      byte[] chunk = " ".repeat(64 * 1024).getBytes(UTF_8);
      for (int sent = 0; sent < flood.bytes(); sent += chunk.length) {
        exchange.getResponseBody().write(chunk);
      }
      exchange.close();
    } else if (this instanceof BreakOff) {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write("{\"items\":".getBytes(UTF_8));
      exchange.close();
    } else if (this instanceof HangUp) {
      exchange.close();
    }
  }
}
