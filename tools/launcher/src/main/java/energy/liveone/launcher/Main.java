package energy.liveone.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The command line behind {@code ./liveone}. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    // What matters of the driver's warnings is told in a sentence.
    System.setProperty("mariadb.logging.disable", "true");
    try {
      run(Arrays.asList(words));
    } catch (StartRefusedException refused) {
      System.err.println("liveone: " + refused.problem().sentence());
      System.exit(refused.problem().exitCode());
    }
  }

  private static void run(List<String> words) {
    String command = words.isEmpty() ? "help" : words.get(0);
    Arguments arguments = new Arguments(words.subList(Math.min(1, words.size()), words.size()));
    Console console = new Console(System.out);
    Path defaultData = RuntimeFiles.locate().root().resolve("data");
    switch (command) {
      case "up" -> {
        new Up(
                UpOptions.parse(arguments, defaultData, databasePassword()),
                System.getenv(),
                console)
            .run();
      }
      case "admin" -> {
        Path data = arguments.value("--data").map(Path::of).orElse(defaultData);
        int status = admin(arguments, data.toAbsolutePath().normalize(), console);
        if (status != 0) {
          System.exit(status);
        }
      }
      default -> throw Arguments.wrong("Unknown command " + command + ": see ./liveone help.");
    }
  }

  private static int admin(Arguments arguments, Path data, Console console) {
    Optional<BackupOrder> order = BackupOrder.parse(arguments, data, databasePassword());
    if (order.isPresent()) {
      new BackupProgram(order.get(), System.getenv(), console).run();
      return 0;
    }
    return new AdminProgram(data, System.getenv(), console).run(AdminArguments.parse(arguments));
  }

  private static String databasePassword() {
    return System.getenv().getOrDefault("LIVEONE_DB_PASSWORD", "");
  }
}
