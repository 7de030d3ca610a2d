package energy.liveone.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bounded number of sign-ins with wrong passwords from many addresses of this machine, at an
 * account and at addresses that nobody has.
 */
final class SignInFlood implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int SOURCES = 200;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
  private final AtomicInteger left;
  private final URI server;
  private final String victim;

  private SignInFlood(URI server, String victim, int attempts) {
    this.server = server;
    this.victim = victim;
    this.left = new AtomicInteger(attempts);
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::run);
    }
  }

  static SignInFlood begin(URI server, String victim, int attempts) {
    return new SignInFlood(server, victim, attempts);
  }

  boolean isOver() {
    return left.get() <= 0;
  }

  /** How often which status was answered, once all were. */
  Map<Integer, Integer> answers() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The flood does not end");
    }
    return new TreeMap<>(answers);
  }

  private void run() {
    for (int number = left.getAndDecrement(); number > 0; number = left.getAndDecrement()) {
      answers.merge(attempt(number), 1, Integer::sum);
    }
  }

  private int attempt(int number) {
    String email = number % 2 == 0 ? victim : "nobody" + number + "@liveone.example";
    String body = "{\"email\":\"%s\",\"password\":\"guess %d\"}".formatted(email, number);
    String request =
        "POST /api/auth/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    try (Socket socket = new Socket()) {
      byte[] source = {127, 9, 0, (byte) (1 + number % SOURCES)};
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(source), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(String.valueOf(answer.readLine()).split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
