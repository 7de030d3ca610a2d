package energy.liveone.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Chromium's debugging protocol on one connection. Calls wait for their answers; events go to the
 * listener of their session, on the connection's thread. Described at <a
 * href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>.
 */
final class DevTools implements AutoCloseable {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<String, JsonObject>> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final WebSocket socket;

  private DevTools(URI address) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Messages())
            .orTimeout(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  static DevTools connect(URI address) {
    return new DevTools(address);
  }

  /** Has the events of a session handed over: method and parameters. */
  void listen(String session, BiConsumer<String, JsonObject> listener) {
    listeners.put(session, listener);
  }

  /** Forgets a session that has ended. */
  void forget(String session) {
    listeners.remove(session);
  }

  /**
   * Calls a method and waits for its result.
   *
   * @param session null for the browser itself
   */
  JsonObject call(@Nullable String session, String method, JsonObjectBuilder parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    JsonObjectBuilder message =
        Json.createObjectBuilder().add("id", id).add("method", method).add("params", parameters);
    if (session != null) {
      message.add("sessionId", session);
    }
    socket.sendText(message.build().toString(), true).join();
    return resultOf(method, answer);
  }

  private static JsonObject resultOf(String method, CompletableFuture<JsonObject> answer) {
    try {
      JsonObject message = answer.get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
      CheckFailedException.unless(
          message.containsKey("result"),
          "The browser refused " + method + ": " + message.get("error"));
      return message.getJsonObject("result");
    } catch (TimeoutException e) {
      throw new CheckFailedException("The browser did not answer to " + method, e);
    } catch (ExecutionException e) {
      throw new CheckFailedException("The browser is gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailedException("Interrupted", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Messages implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonObject message = ServerApi.json(text.toString());
        text.setLength(0);
        take(message);
      }
      from.request(1);
      return null;
    }

    private void take(JsonObject message) {
      if (message.containsKey("id")) {
        CompletableFuture<JsonObject> answer = waiting.remove(message.getInt("id"));
        if (answer != null) {
          answer.complete(message);
        }
        return;
      }
      BiConsumer<String, JsonObject> listener = listeners.get(message.getString("sessionId", ""));
      if (listener != null) {
        listener.accept(message.getString("method"), message.getJsonObject("params"));
      }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      waiting.values().forEach(answer -> answer.completeExceptionally(error));
    }
  }
}
