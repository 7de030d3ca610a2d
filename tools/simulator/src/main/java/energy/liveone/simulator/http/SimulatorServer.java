package energy.liveone.simulator.http;

import energy.liveone.simulator.control.ControlApi;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.PathHandler;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The server on one loopback port: each vendor below its name, the control API below {@code
 * /control}.
 */
public final class SimulatorServer implements AutoCloseable {

  private static final int IO_THREADS = 2;
  private static final int WORKER_THREADS = 4;
  private static final long MAX_BODY_BYTES = 1 << 20;

  private final Undertow undertow;
  private final List<SimulatedVendor> vendors;

  private SimulatorServer(Undertow undertow, List<SimulatedVendor> vendors) {
    this.undertow = undertow;
    this.vendors = vendors;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for a free one
   * @throws RuntimeException caused by {@link java.net.BindException} when the port is taken
   */
  public static SimulatorServer start(
      int port, SimulatorContext context, List<SimulatedVendor> vendors) {
    PathHandler paths = Handlers.path();
    paths.addPrefixPath("/control", new ControlHandler(new ControlApi(context, vendors)));
    for (SimulatedVendor vendor : vendors) {
      paths.addPrefixPath("/" + vendor.name(), new VendorHandler(context, vendor));
    }
    Undertow undertow =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setIoThreads(IO_THREADS)
            .setWorkerThreads(WORKER_THREADS)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY_BYTES)
            .setHandler(paths)
            .build();
    undertow.start();
    return new SimulatorServer(undertow, List.copyOf(vendors));
  }

  /** The port that is listened on. */
  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() {
    vendors.forEach(SimulatedVendor::close);
    undertow.stop();
  }
}
