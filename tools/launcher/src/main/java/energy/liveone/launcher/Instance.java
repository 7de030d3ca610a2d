package energy.liveone.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one running LiveOne EE, added as they start. They stop in the order server,
 * simulator, database, whoever asks: a signal, the death of one of them, or a start that failed
 * half way.
 */
final class Instance {
  private final List<PayaraMicroProcess> servers = new ArrayList<>();
  private final CompletableFuture<ChildProcess> firstDeath = new CompletableFuture<>();
  private @Nullable SimulatorProcess simulator;
  private @Nullable EmbeddedMariaDb database;
  private final Object stopOnce = new Object();
  private boolean stopping;
  private boolean stopped;

  synchronized EmbeddedMariaDb add(EmbeddedMariaDb started) {
    database = started;
    watch(started.process());
    return started;
  }

  synchronized SimulatorProcess add(SimulatorProcess started) {
    simulator = started;
    watch(started.process());
    return started;
  }

  synchronized PayaraMicroProcess add(PayaraMicroProcess started) {
    servers.add(started);
    watch(started.process());
    return started;
  }

  /** A process that starts while all are being stopped is stopped as well. */
  private void watch(ChildProcess process) {
    if (stopping) {
      process.killHard();
    }
    var unused = process.onExit().thenAccept(firstDeath::complete);
  }

  /** Completes when a process ends, wanted or not. */
  CompletableFuture<ChildProcess> firstDeath() {
    return firstDeath;
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /** Stops everything within 20 s; a second caller waits until the first has done it. */
  void stop() {
    synchronized (this) {
      stopping = true;
    }
    synchronized (stopOnce) {
      if (!stopped) {
        stopInOrder();
        stopped = true;
      }
    }
  }

  private void stopInOrder() {
    servers.parallelStream().forEach(PayaraMicroProcess::stop);
    if (simulator != null) {
      simulator.stop();
    }
    if (database != null) {
      database.stop();
    }
    // One that was just being started is nobody's yet.
    ProcessHandle.current().children().forEach(ProcessHandle::destroy);
  }
}
