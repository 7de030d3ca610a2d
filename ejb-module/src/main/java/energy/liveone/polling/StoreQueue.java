package energy.liveone.polling;

import energy.liveone.database.DatabaseFault;
import energy.liveone.quota.QuotaLedger;
import energy.liveone.quota.QuotaLedger.Settlement;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Between the vendors' answers and the database: a few writers take what has gathered and store it
 * together. The queue needs no bound of its own, since no more polls are in flight than {@link
 * PollCycle} allows. What cannot be stored is not on record as successful, and its lease ends by
 * itself.
 */
@ApplicationScoped
public class StoreQueue {
  private static final Logger LOG = Logger.getLogger(StoreQueue.class.getName());
  private static final int WRITERS = 2;

  /** Fills the largest statements exactly, see {@code MultiRowStatement}. */
  private static final int POLLS_PER_TRANSACTION = 256;

  /** Nobody notices, and at a hundred polls a second it saves three transactions of four. */
  private static final int LINGER_MILLIS = 100;

  private static final int TRIES = 4;

  private final BlockingQueue<Collected> queue = new LinkedBlockingQueue<>();
  private final List<Thread> writers = new ArrayList<>();
  private volatile boolean stopping;

  @Inject private StoreCollected store;
  @Inject private QuotaLedger ledger;

  @Resource private ManagedThreadFactory threads;

  /** Starts the writers; called once at start. */
  synchronized void start() {
    while (writers.size() < WRITERS) {
      Thread writer = threads.newThread(this::run);
      writer.setName("liveone-writer-" + writers.size());
      writers.add(writer);
      writer.start();
    }
  }

  /** Hands over a poll; never blocks. */
  void offer(Collected poll) {
    queue.add(poll);
  }

  /** Lets the writers finish what is queued. */
  @PreDestroy
  synchronized void stop() {
    stopping = true;
    for (Thread writer : writers) {
      try {
        writer.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void run() {
    List<Collected> batch = new ArrayList<>(POLLS_PER_TRANSACTION);
    while (!stopping || !queue.isEmpty()) {
      try {
        Collected first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        batch.add(first);
        gather(batch);
        settle(batch);
        store(List.copyOf(batch));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, "A writer met a fault of our own and goes on", e);
      } finally {
        batch.clear();
      }
    }
  }

  private void gather(List<Collected> batch) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
    while (batch.size() < POLLS_PER_TRANSACTION) {
      Collected next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      batch.add(next);
    }
  }

  /** Before storing, since the calls were made whatever becomes of what they brought. */
  private void settle(List<Collected> polls) {
    List<Settlement> settlements = new ArrayList<>();
    for (Collected poll : polls) {
      if (poll.granted() != null) {
        settlements.add(new Settlement(poll.granted(), poll.rateLimit().orElse(null)));
      }
    }
    if (settlements.isEmpty()) {
      return;
    }
    try {
      ledger.settle(settlements);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Calls could not be settled and stay counted as set aside", e);
    }
  }

  private void store(List<Collected> polls) {
    try {
      storeWithRetry(polls);
      polls.forEach(poll -> poll.done().complete(isSuccess(poll)));
    } catch (RuntimeException e) {
      if (polls.size() == 1) {
        LOG.log(
            Level.WARNING,
            e,
            () -> "A poll of system %s could not be stored".formatted(polls.get(0).system().id()));
        polls.get(0).done().completeExceptionally(e);
        return;
      }
      // One poll that the database refuses must not take the others with it.
      int half = polls.size() / 2;
      store(polls.subList(0, half));
      store(polls.subList(half, polls.size()));
    }
  }

  private void storeWithRetry(List<Collected> polls) {
    for (int attempt = 1; ; attempt++) {
      try {
        store.store(polls);
        return;
      } catch (RuntimeException e) {
        if (attempt == TRIES || !DatabaseFault.isTransient(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isSuccess(Collected poll) {
    return poll.result().fold(fetched -> true, nothing -> true, failed -> false);
  }
}
