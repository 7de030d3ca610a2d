package energy.liveone.vendor;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What an adapter is built from, without a container and with little patience. */
public record Surroundings(
    VendorHttp http, VendorSessions sessions, VendorSettings settings, Clock clock)
    implements AutoCloseable {
  private static final int AWAIT_SECONDS = 20;

  /** Surroundings in which a vendor is at this address. */
  public static Surroundings of(String vendor, String baseUrl, Clock clock, Duration patience) {
    Map<String, String> properties = Map.of("liveone.vendor." + vendor + ".base-url", baseUrl);
    return new Surroundings(
        new VendorHttp(
            new HttpLimits(patience, patience, 256 * 1024),
            "LiveOneEE/test",
            Executors.newFixedThreadPool(2)),
        new VendorSessions(),
        new VendorSettings(name -> Optional.ofNullable(properties.get(name))),
        clock);
  }

  /** Waits for an outcome; one that comes as an exception fails the test. */
  public static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(AWAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("No outcome", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
