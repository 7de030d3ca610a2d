package energy.liveone.bench;

import java.io.PrintStream;

/** Figures to standard output, one JSON line each; progress for people to standard error. */
final class Report {
  private final PrintStream figures;
  private final PrintStream progress;
  private boolean allOk = true;

  Report(PrintStream figures, PrintStream progress) {
    this.figures = figures;
    this.progress = progress;
  }

  void figure(Figure figure) {
    figures.println(figure.toJson());
    figures.flush();
    allOk &= figure.ok();
  }

  void say(String line) {
    progress.println(line);
    progress.flush();
  }

  boolean allOk() {
    return allOk;
  }
}
