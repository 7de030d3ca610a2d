package energy.liveone.grant;

import energy.liveone.vendor.FailureCode;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Waits for a vendor on behalf of a person who waits for us. */
final class Patience {
  private static final Logger LOG = Logger.getLogger(Patience.class.getName());

  /** Longer than any adapter takes for a renewal and its call together. */
  private static final int LIMIT_SECONDS = 50;

  private Patience() {}

  /**
   * @param otherwise makes an outcome of why there was none
   */
  static <T> T await(CompletionStage<T> stage, BiFunction<FailureCode, String, T> otherwise) {
    try {
      return stage.toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return otherwise.apply(FailureCode.TIMEOUT, "The vendor did not answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return otherwise.apply(FailureCode.INTERNAL, "The attempt was stopped");
    } catch (ExecutionException e) {
      LOG.log(Level.SEVERE, "An adapter failed", e);
      return otherwise.apply(FailureCode.INTERNAL, "The attempt failed on our side");
    }
  }
}
