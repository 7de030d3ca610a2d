package energy.liveone.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sign-ins with wrong passwords, evenly over a time, each on a connection of its own. */
final class Flood {
  private static final int THREADS = 64;
  private static final int SOURCES = 200;
  private static final int PATIENCE_MILLIS = 60_000;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
  private final AtomicInteger left;
  private final URI server;
  private final String victim;

  private Flood(URI server, String victim, int attempts, Duration length) {
    this.server = server;
    this.victim = victim;
    this.left = new AtomicInteger(attempts);
    long nanosApart = length.toNanos() / attempts;
    for (int number = 0; number < attempts; number++) {
      int mine = number;
      // What goes wrong with an attempt is one of the answers.
      ScheduledFuture<?> unused =
          threads.schedule(() -> attempt(mine), mine * nanosApart, TimeUnit.NANOSECONDS);
    }
  }

  static Flood begin(URI server, String victim, int attempts, Duration length) {
    return new Flood(server, victim, attempts, length);
  }

  boolean isOver() {
    return left.get() == 0;
  }

  /** How often which status was answered; 0 stands for no answer. */
  Map<Integer, Integer> answers() {
    threads.shutdown();
    return new TreeMap<>(answers);
  }

  private void attempt(int number) {
    answers.merge(status(number), 1, Integer::sum);
    left.decrementAndGet();
  }

  private int status(int number) {
    String email = number % 2 == 0 ? victim : "nobody" + number + "@liveone.example";
    String body = "{\"email\":\"%s\",\"password\":\"guess %d\"}".formatted(email, number);
    String request =
        "POST /api/auth/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    byte[] source = {127, 9, 0, (byte) (1 + number % SOURCES)};
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(source), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String line = answer.readLine();
      return line == null ? 0 : Integer.parseInt(line.split(" ")[1]);
    } catch (IOException e) {
      return 0;
    }
  }
}
