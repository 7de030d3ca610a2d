package energy.liveone.bench;

import energy.liveone.launcher.StartRefusedException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** The command line behind {@code ./liveone bench}. */
public final class Main {
  private static final String USAGE =
      """
      Usage: ./liveone bench [ingest|query|poll|flood|page] [options]; without a name, ingest and query

        --systems N   systems (ingest, poll: 5000; query: 10; flood, page: 12)
        --minutes N   measured minutes (poll: 10; query: minutes of requests do not count)
        --rounds N    rounds of yardstick and product in turn (ingest: 9; query: 4000), of readings before (flood: 400),
                      of visits (page: 9)
        --max         poll: how many systems one node carries
        --data DIR    where the temporary directory is made
        --keep        do not remove it

      Each figure is one JSON line on standard output. Status 1: a check failed or a limit was missed.
      """;

  private Main() {}

  public static void main(String[] words) {
    Report report = new Report(System.out, System.err);
    int status;
    try {
      status = run(Arrays.asList(words), report) ? 0 : 1;
    } catch (IllegalArgumentException wrong) {
      System.err.println("liveone bench: " + wrong.getMessage());
      System.err.print(USAGE);
      status = 2;
    } catch (StartRefusedException refused) {
      System.err.println("liveone bench: " + refused.getMessage());
      status = 3;
    } catch (NoBrowserException missing) {
      System.err.println("liveone bench: " + missing.getMessage());
      status = 5;
    } catch (CheckFailedException wrong) {
      System.err.println("liveone bench: " + wrong.getMessage());
      status = 1;
    }
    System.exit(status);
  }

  private static boolean run(List<String> words, Report report) {
    Options options = Options.parse(words);
    if (options.help()) {
      help(System.err);
      return true;
    }
    for (String name : options.names()) {
      BiFunction<Options, Report, Runnable> bench =
          switch (name) {
            case "ingest" -> IngestBench::new;
            case "query" -> QueryBench::new;
            case "poll" -> PollBench::new;
            case "flood" -> FloodBench::new;
            case "page" -> PageBench::new;
            default -> throw new IllegalArgumentException("There is no benchmark " + name + ".");
          };
      bench.apply(options, report).run();
    }
    return report.allOk();
  }

  private static void help(PrintStream out) {
    out.print(USAGE);
  }
}
