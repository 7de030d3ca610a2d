package energy.liveone.simulator;

import energy.liveone.simulator.clock.VirtualClock;
import energy.liveone.simulator.fault.FaultBoard;
import energy.liveone.simulator.http.SimulatorServer;
import energy.liveone.simulator.journal.Journal;
import energy.liveone.simulator.vendor.SimulatorContext;
import java.time.Clock;

/** All simulated vendors on one port, for the command line and for tests in the same process. */
public final class Simulator implements AutoCloseable {

  private final SimulatorServer server;

  private Simulator(SimulatorServer server) {
    this.server = server;
  }

  /**
   * Starts to serve on loopback.
   *
   * @param port 0 for a free one
   * @param seed decides every site's clouds and habits
   * @param realTime the clock that virtual time follows
   * @throws RuntimeException caused by {@link java.net.BindException} when the port is taken
   */
  public static Simulator start(int port, long seed, Clock realTime) {
    SimulatorContext context =
        new SimulatorContext(seed, new VirtualClock(realTime), new FaultBoard(), new Journal());
    return new Simulator(SimulatorServer.start(port, context, Vendors.all(context)));
  }

  /** The port that is listened on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
