package energy.liveone.vendor.solaredge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets three calls at once pass, as many as SolarEdge takes from one address: polls, back-fill and
 * connection tests together, whose keys ever. The others wait their turn without a thread. Nodes
 * behind the same address do not know of each other.
 */
@ApplicationScoped
class CallGate {
  private static final int AT_ONCE = 3;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int passing;

  /** Makes a call when it is its turn. */
  public <T> CompletionStage<T> pass(Supplier<CompletionStage<T>> call) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    Runnable turn = () -> begin(call, outcome);
    if (mayPass(turn)) {
      turn.run();
    }
    return outcome;
  }

  private <T> void begin(Supplier<CompletionStage<T>> call, CompletableFuture<T> outcome) {
    CompletionStage<T> made;
    try {
      made = call.get();
    } catch (RuntimeException e) {
      made = CompletableFuture.failedStage(e);
    }
    made.whenComplete(
        (value, error) -> {
          Runnable next = leave();
          if (error == null) {
            outcome.complete(value);
          } else {
            outcome.completeExceptionally(error);
          }
          if (next != null) {
            next.run();
          }
        });
  }

  private synchronized boolean mayPass(Runnable turn) {
    if (passing < AT_ONCE) {
      passing++;
      return true;
    }
    waiting.addLast(turn);
    return false;
  }

  /** Hands the place on to whoever waits longest. */
  private synchronized @Nullable Runnable leave() {
    Runnable next = waiting.pollFirst();
    if (next == null) {
      passing--;
    }
    return next;
  }
}
