package energy.liveone.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks every second at the memory and processor time of the server and of the database. */
final class ServerUse implements AutoCloseable {
  private final long server;
  private final long database;
  private final JMXConnector connector;
  private final MemoryMXBean memory;
  private final Measured heapMegabytes = new Measured();
  private final Measured residentMegabytes = new Measured();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Thread watcher = new Thread(this::watch, "server-use");
  private final long startNanos = System.nanoTime();
  private final double serverStart;
  private final double databaseStart;

  ServerUse(long server, long database) {
    this.server = server;
    this.database = database;
    this.serverStart = CpuTime.seconds(server);
    this.databaseStart = CpuTime.seconds(database);
    try {
      connector = connect(server);
      memory =
          ManagementFactory.newPlatformMXBeanProxy(
              connector.getMBeanServerConnection(),
              ManagementFactory.MEMORY_MXBEAN_NAME,
              MemoryMXBean.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The server's memory cannot be watched", e);
    }
    watcher.setDaemon(true);
    watcher.start();
  }

  // The address comes from our own child on this machine, not from a user.
  @SuppressWarnings("BanJNDI")
  private static JMXConnector connect(long server) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(server));
      try {
        return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  private void watch() {
    while (!ended.get()) {
      synchronized (this) {
        heapMegabytes.add(memory.getHeapMemoryUsage().getUsed() / 1e6);
        residentMegabytes.add(CpuTime.residentBytes(server) / 1e6);
      }
      Pause.millis(1_000);
    }
  }

  /** In MB of a million bytes, garbage included. */
  synchronized double heapMax() {
    return heapMegabytes.max();
  }

  /** In MB of a million bytes. */
  synchronized double residentMax() {
    return residentMegabytes.max();
  }

  /** Processor cores that the server kept busy since the beginning. */
  double serverCores() {
    return cores(CpuTime.seconds(server) - serverStart);
  }

  double databaseCores() {
    return cores(CpuTime.seconds(database) - databaseStart);
  }

  private double cores(double busySeconds) {
    return busySeconds / ((System.nanoTime() - startNanos) / 1e9);
  }

  @Override
  public void close() {
    ended.set(true);
    try {
      watcher.join();
      connector.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
