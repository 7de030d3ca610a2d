package energy.liveone.launcher;

import java.io.PrintStream;

/** Where the launcher talks to its user: one line an event, visible at once even in a pipe. */
final class Console {
  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }
}
