package energy.liveone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Looks for ports by binding them for a moment, on all addresses like the server and on loopback
 * like the database.
 */
public final class FreePort {
  /** Below the ports that systems give to outgoing connections, which come and go all the time. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 12_000;

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePort() {}

  /**
   * A port between 20,000 and 31,999 that nobody uses now. This process is given another one each
   * time; a different program may take it before it is used, which the caller must survive.
   */
  public static int any() {
    return IntStream.generate(FreePort::next)
        .limit(COUNT)
        .filter(FreePort::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No free port from " + FIRST + " on"));
  }

  private static int next() {
    return FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
  }

  static boolean isFree(int port) {
    return binds(new InetSocketAddress(port))
        && binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean binds(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
