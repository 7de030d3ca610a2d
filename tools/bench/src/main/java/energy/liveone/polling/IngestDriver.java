package energy.liveone.polling;

import com.sun.management.OperatingSystemMXBean;
import energy.liveone.bench.driver.Payload;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.Redaction;
import energy.liveone.vendor.selectronic.AnsweredCall;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes the place of {@link PollCycle} and of the HTTP client: has payloads parsed by a few threads
 * and handed to the {@link StoreQueue}, whose writers do the rest as always. A system's next
 * payload waits until the one before is stored, as its lease would have it.
 */
@ApplicationScoped
public class IngestDriver {
  private static final int FEEDERS = 2;
  private static final int CLAIM_AT_ONCE = 500;
  private static final Duration LEASE = Duration.ofHours(6);
  private static final Duration ANSWER_TIME = Duration.ofSeconds(1);

  @Inject private JpaPollClaims claims;
  @Inject private JpaPollSchedule schedule;
  @Inject private StoreQueue queue;
  @Inject private AnsweredCall call;
  @Inject private PollSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;

  private final List<Target> targets = new ArrayList<>();

  /** A system, what its session masks, and its last payload. */
  private static final class Target {
    private final ClaimedSystem system;
    private final int number;
    private final Redaction mask;
    private CompletableFuture<Boolean> stored = CompletableFuture.completedFuture(true);

    Target(ClaimedSystem system) {
      this.system = system;
      this.number = Integer.parseInt(system.vendorSystem().vendorSiteId());
      this.mask = AnsweredCall.mask(number);
    }
  }

  /**
   * What was done.
   *
   * @param nanos from the first payload until the last commit
   * @param cpuNanos processor time of the whole server within that
   * @param compileMillis time that the just-in-time compiler was busy within that
   */
  public record Run(long nanos, long cpuNanos, long compileMillis, long readings, int failed) {}

  /** Has the payloads of these minutes of all systems stored. */
  public synchronized Run run(long from, int minutes) {
    claim();
    List<String[]> bodies = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      long time = from + 60L * minute;
      bodies.add(
          targets.stream().map(t -> new Payload(t.number, time).text()).toArray(String[]::new));
    }
    return new Feeding(bodies).run();
  }

  private static long compileMillis() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private void claim() {
    if (!targets.isEmpty()) {
      return;
    }
    List<SystemId> all = schedule.scheduled();
    for (int at = 0; at < all.size(); at += CLAIM_AT_ONCE) {
      List<SystemId> some = all.subList(at, Math.min(at + CLAIM_AT_ONCE, all.size()));
      Instant now = clock.instant();
      claims.claimNow(some, now, settings.node(), now.plus(LEASE)).stream()
          .map(Target::new)
          .forEach(targets::add);
    }
  }

  /** One run's state. */
  private final class Feeding {
    private final List<String[]> bodies;
    private final Semaphore room = new Semaphore(settings.maxInFlight());
    private final AtomicLong readings = new AtomicLong();
    private final AtomicInteger failed = new AtomicInteger();

    Feeding(List<String[]> bodies) {
      this.bodies = bodies;
    }

    Run run() {
      long start = System.nanoTime();
      long cpuStart = cpuNanos();
      long compileStart = compileMillis();
      List<Thread> feeders = new ArrayList<>();
      for (int feeder = 0; feeder < FEEDERS; feeder++) {
        int first = feeder;
        feeders.add(threads.newThread(() -> feed(first)));
      }
      feeders.forEach(Thread::start);
      for (Thread feeder : feeders) {
        try {
          feeder.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("Interrupted", e);
        }
      }
      targets.forEach(target -> target.stored.handle((success, error) -> success).join());
      return new Run(
          System.nanoTime() - start,
          cpuNanos() - cpuStart,
          compileMillis() - compileStart,
          readings.get(),
          failed.get());
    }

    private void feed(int first) {
      for (String[] minute : bodies) {
        for (int i = first; i < minute.length; i += FEEDERS) {
          feed(targets.get(i), minute[i]);
        }
      }
    }

    private void feed(Target target, String body) {
      target.stored.handle((success, error) -> success).join();
      room.acquireUninterruptibly();
      FetchResult result = call.read(target.system.vendorSystem(), body, target.mask);
      readings.addAndGet(
          result.<Integer>fold(f -> f.measurements().samples().size(), n -> 0, f -> 0));
      CompletableFuture<Boolean> done = new CompletableFuture<>();
      target.stored = done;
      var unused =
          done.whenComplete(
              (success, error) -> {
                room.release();
                if (error != null || !success) {
                  failed.incrementAndGet();
                }
              });
      queue.offer(
          new Collected(
              target.system,
              SessionCause.CRON,
              clock.instant().minus(ANSWER_TIME),
              ANSWER_TIME,
              result,
              Poll.unlimited(),
              null,
              done));
    }
  }
}
