package energy.liveone.simulator.fronius;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Stands in for LiveOne: keeps what is pushed and answers like the push route, or as a test scripts
 * it.
 */
final class Receiver implements AutoCloseable {

  static final String KEY = "lo_5f1c00aa";

  private final HttpServer server;
  private final List<Received> pushes = new CopyOnWriteArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private volatile Function<Received, Integer> script = this::likeLiveOne;
  private volatile Optional<String> retryAfter = Optional.empty();

  record Received(String path, String contentType, String authorization, String text) {
    JsonObject json() {
      return JsonText.parseObject(text).orElseThrow();
    }

    String sequence() {
      return json().getString("sequence");
    }
  }

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::receive);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/push/fronius";
  }

  List<Received> pushes() {
    return List.copyOf(pushes);
  }

  void answerWith(int status) {
    script = push -> status;
    retryAfter = Optional.empty();
  }

  void answerWith(int status, int retryAfterSeconds) {
    script = push -> status;
    retryAfter = Optional.of(Integer.toString(retryAfterSeconds));
  }

  void answerLikeLiveOne() {
    script = this::likeLiveOne;
    retryAfter = Optional.empty();
  }

  private int likeLiveOne(Received push) {
    Optional<JsonObject> body = JsonText.parseObject(push.text());
    if (body.isEmpty()) {
      return 400;
    }
    if (!body.get().getString("apiKey", "").equals(KEY)) {
      return 401;
    }
    if (body.get().isNull("loadW")) {
      return 422;
    }
    return seen.add(body.get().getString("timestamp")) ? 200 : 409;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Received push =
          new Received(
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              text);
      int status = script.apply(push);
      pushes.add(push);
      retryAfter.ifPresent(value -> exchange.getResponseHeaders().set("Retry-After", value));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
