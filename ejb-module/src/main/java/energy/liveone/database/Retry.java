package energy.liveone.database;

import java.util.function.Supplier;

/**
 * Begins a transaction again that the database gave up for another one's sake. Must not be called
 * within a transaction, as what was given up is the whole of it.
 */
public final class Retry {
  private static final int TRIES = 4;

  private Retry() {}

  /** What the transaction answers; throws what it threw when it may not succeed by itself. */
  public static <T> T transaction(Supplier<T> transaction) {
    for (int tries = 1; ; tries++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        if (tries == TRIES || !DatabaseFault.isTransient(e)) {
          throw e;
        }
      }
    }
  }

  /** The same for one that answers nothing. */
  public static void run(Runnable transaction) {
    transaction(
        () -> {
          transaction.run();
          return true;
        });
  }
}
