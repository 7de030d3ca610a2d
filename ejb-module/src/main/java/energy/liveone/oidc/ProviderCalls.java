package energy.liveone.oidc;

import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpOutcome;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.VendorHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls providers while a browser waits: some at a time and for seconds only, so that a provider
 * that hangs does not take the server's threads. Size, redirects and time are limited by {@link
 * VendorHttp}.
 */
@ApplicationScoped
class ProviderCalls {
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final VendorHttp http;
  private final Semaphore places = new Semaphore(AT_ONCE);

  @Inject
  ProviderCalls(VendorHttp http) {
    this.http = http;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ProviderCalls() {
    this(null);
  }

  /**
   * Makes a call.
   *
   * @throws ProviderUnreachable when there was no complete answer in time
   */
  Answer send(HttpCall call) {
    if (!places.tryAcquire()) {
      throw new ProviderUnreachable("Too many calls to providers at once");
    }
    try {
      return http.send(call.with("Accept", "application/json"))
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .fold(answer -> answer, ProviderCalls::unreachable);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnreachable("Interrupted");
    } catch (ExecutionException | TimeoutException e) {
      throw new ProviderUnreachable("No answer within " + PATIENCE.toSeconds() + " s");
    } finally {
      places.release();
    }
  }

  private static Answer unreachable(HttpOutcome.NoAnswer none) {
    throw new ProviderUnreachable(none.failure().detail());
  }
}
