package energy.liveone.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingPlacesTest {
  private final HashingPlaces places = new HashingPlaces();
  private final CountDownLatch done = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    done.countDown();
    threads.shutdownNow();
  }

  @Test
  void oneStrangerIsCheckedAtATimeAndAFloodIsTurnedAway() throws Exception {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Optional<Integer>>> flood = new ArrayList<>();

    for (int i = 0; i < 200; i++) {
      flood.add(
          threads.submit(
              () ->
                  places.use(
                      false,
                      () -> {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        return atOnce.decrementAndGet();
                      })));
    }

    int served = 0;
    for (Future<Optional<Integer>> each : flood) {
      served += each.get().isPresent() ? 1 : 0;
    }
    assertThat(most).hasValue(1);
    assertThat(served).isPositive();
  }

  @Test
  void strangersBeyondTheQueueAreTurnedAwayAtOnce() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    CompletableFuture<Optional<String>> first =
        CompletableFuture.supplyAsync(() -> places.use(false, () -> hold(taken)), threads);
    taken.await();
    for (int i = 0; i < 20; i++) {
      var unused = threads.submit(() -> places.use(false, () -> "later"));
    }
    while (places.waitingStrangers() < 20) {
      Thread.onSpinWait();
    }

    assertThat(places.use(false, () -> "one too many")).isEmpty();

    done.countDown();
    assertThat(first.get()).contains("held");
  }

  @Test
  void acquaintancesDoNotQueueBehindStrangers() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    var unused = threads.submit(() -> places.use(false, () -> hold(taken)));
    taken.await();

    assertThat(places.use(true, () -> "in")).contains("in");
  }

  private String hold(CountDownLatch taken) {
    taken.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "held";
  }
}
