package energy.liveone.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words after {@code ./liveone bench}. A number that was not given is the benchmark's own.
 *
 * @param names benchmarks to run, in this order
 * @param max whether to look for the largest number of systems
 * @param data where temporary directories are made
 * @param keep whether they stay
 */
record Options(
    List<String> names,
    Optional<Integer> systems,
    Optional<Integer> minutes,
    Optional<Integer> rounds,
    boolean max,
    Path data,
    boolean keep,
    boolean help) {

  static Options parse(List<String> words) {
    List<String> left = new ArrayList<>(words);
    boolean max = left.remove("--max");
    boolean keep = left.remove("--keep");
    boolean help = left.removeIf(word -> word.equals("--help") || word.equals("-h"));
    Optional<Integer> systems = number(left, "--systems");
    Optional<Integer> minutes = number(left, "--minutes");
    Optional<Integer> rounds = number(left, "--rounds");
    Path data =
        value(left, "--data").map(Path::of).orElse(Path.of(System.getProperty("java.io.tmpdir")));
    for (String word : left) {
      if (word.startsWith("-")) {
        throw new IllegalArgumentException("Unknown option " + word + ".");
      }
    }
    List<String> names = left.isEmpty() ? List.of("ingest", "query") : List.copyOf(left);
    return new Options(names, systems, minutes, rounds, max, data, keep, help);
  }

  private static Optional<Integer> number(List<String> words, String name) {
    return value(words, name)
        .map(
            text -> {
              if (!text.matches("[1-9][0-9]{0,6}")) {
                throw new IllegalArgumentException(name + " needs a positive number.");
              }
              return Integer.valueOf(text);
            });
  }

  private static Optional<String> value(List<String> words, String name) {
    int at = words.indexOf(name);
    if (at < 0) {
      return Optional.empty();
    }
    if (at + 1 == words.size()) {
      throw new IllegalArgumentException(name + " needs a value.");
    }
    words.remove(at);
    return Optional.of(words.remove(at));
  }
}
