package energy.liveone.simulator.fronius;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends pushes without waiting for them. */
final class PushClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);
  private static final int HTTP_PORT = 80;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  /**
   * A push, ready to go.
   *
   * @param authorization value of that header, or {@code null} for none
   * @param cut whether the connection breaks amid the body
   */
  record Push(
      URI target,
      String contentType,
      @Nullable String authorization,
      String body,
      Duration delay,
      boolean cut) {

    /** Body and authorization hold the key. */
    @Override
    public String toString() {
      return "Push to " + target;
    }
  }

  /** What became of a push. */
  sealed interface Outcome {

    /**
     * The server answered.
     *
     * @param retryAfter how long it asked to wait
     */
    record Answered(int status, Optional<Duration> retryAfter) implements Outcome {}

    /** No answer came. */
    record Unreachable(String reason) implements Outcome {}
  }

  /** Sends after the push's delay; the future never fails. */
  CompletableFuture<Outcome> send(Push push) {
    Executor later =
        CompletableFuture.delayedExecutor(push.delay().toMillis(), TimeUnit.MILLISECONDS);
    if (push.cut()) {
      return CompletableFuture.supplyAsync(() -> sendHalf(push), later);
    }
    if (push.delay().isZero()) {
      return sendWhole(push);
    }
    return CompletableFuture.runAsync(() -> {}, later).thenCompose(waited -> sendWhole(push));
  }

  private CompletableFuture<Outcome> sendWhole(Push push) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(push.target())
            .timeout(CALL_TIMEOUT)
            .header("Content-Type", push.contentType())
            .header("User-Agent", "Fronius-Collector/1.0")
            .POST(BodyPublishers.ofString(push.body()));
    if (push.authorization() != null) {
      request.header("Authorization", push.authorization());
    }
    return client
        .sendAsync(request.build(), BodyHandlers.discarding())
        .handle((response, failure) -> failure == null ? answered(response) : unreachable(failure));
  }

  private static Outcome answered(HttpResponse<Void> response) {
    Optional<Duration> retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(value -> value.matches("\\d{1,6}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    return new Outcome.Answered(response.statusCode(), retryAfter);
  }

  private static Outcome unreachable(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new Outcome.Unreachable(cause.getClass().getSimpleName());
  }

  /** Announces the whole body, sends half of it and hangs up. */
  private static Outcome sendHalf(Push push) {
    URI target = push.target();
    int port = target.getPort() < 0 ? HTTP_PORT : target.getPort();
    byte[] body = push.body().getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(
                target.getRawPath(), target.getHost(), port, push.contentType(), body.length);
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(target.getHost(), port), (int) CONNECT_TIMEOUT.toMillis());
      OutputStream stream = socket.getOutputStream();
      stream.write(head.getBytes(StandardCharsets.US_ASCII));
      stream.write(body, 0, body.length / 2);
      stream.flush();
      return new Outcome.Unreachable("connection dropped on purpose");
    } catch (IOException unreachable) {
      return unreachable(unreachable);
    }
  }
}
