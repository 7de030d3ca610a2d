package energy.liveone.launcher;

import java.nio.file.Path;

/** Turns what {@code mariadbd} wrote before it gave up into a sentence for a person. */
final class MariaDbFailure {
  private MariaDbFailure() {}

  static StartProblem explain(String output, MariaDbSettings settings, Path log) {
    if (output.contains("Unable to lock ./ib") || output.contains("Can't lock aria control file")) {
      return new StartProblem.DirectoryInUse(settings.home());
    }
    if (output.contains("No space left on device") || output.contains("Errcode: 28")) {
      return new StartProblem.NotWritable(settings.home(), "no space left");
    }
    if (output.contains("Permission denied") || output.contains("Errcode: 13")) {
      return new StartProblem.NotWritable(settings.mariaDbHome(), "permission denied");
    }
    if (output.contains("Address already in use")) {
      return new StartProblem.DatabaseUnavailable(
          "The database did not start: its port is taken; try again.");
    }
    return new StartProblem.DatabaseUnavailable(
        "The database did not start: " + lastError(output) + " (whole log: " + log + ").");
  }

  private static String lastError(String output) {
    return output
        .lines()
        .filter(line -> line.contains("[ERROR]"))
        .map(line -> line.substring(line.indexOf("[ERROR]") + "[ERROR]".length()).strip())
        .filter(line -> !line.equals("Aborting"))
        .findFirst()
        .orElse("it ended without saying why");
  }
}
