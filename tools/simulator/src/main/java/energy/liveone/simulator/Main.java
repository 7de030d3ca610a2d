package energy.liveone.simulator;

import java.net.BindException;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command line: {@code java -jar liveone-simulator.jar [--port N] [--seed S]}. Runs until it is
 * ended by a signal.
 */
public final class Main {

  private static final int WRONG_USE = 64;
  private static final int CANNOT_LISTEN = 1;
  private static final int MAX_PORT = 65_535;

  /** Held for ever: a logger that nobody holds forgets its level. */
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  public static void main(String[] arguments) {
    ROOT.setLevel(Level.WARNING);
    int port = 0;
    long seed = 1;
    try {
      for (int i = 0; i < arguments.length; i += 2) {
        String value = i + 1 < arguments.length ? arguments[i + 1] : "";
        switch (arguments[i]) {
          case "--port" -> port = port(value);
          case "--seed" -> seed = number(arguments[i], value);
          default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
        }
      }
    } catch (IllegalArgumentException wrong) {
      System.err.println("simulator: " + wrong.getMessage());
      System.err.println("use: java -jar liveone-simulator.jar [--port N] [--seed S]");
      System.exit(WRONG_USE);
    }
    serve(port, seed);
  }

  private static int port(String text) {
    long port = number("--port", text);
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is a number from 0 to " + MAX_PORT);
    }
    return (int) port;
  }

  private static long number(String option, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(option + " needs a whole number", notANumber);
    }
  }

  @SuppressWarnings("resource") // The signal that ends the process ends the server.
  private static void serve(int port, long seed) {
    try {
      Simulator simulator = Simulator.start(port, seed, Clock.systemUTC());
      System.out.println("simulator ready on port " + simulator.port());
      System.out.flush();
    } catch (RuntimeException failure) {
      if (failure.getCause() instanceof BindException) {
        System.err.println("simulator: port " + port + " is taken; choose another with --port");
      } else {
        System.err.println("simulator: cannot start: " + failure);
      }
      System.exit(CANNOT_LISTEN);
    }
  }
}
