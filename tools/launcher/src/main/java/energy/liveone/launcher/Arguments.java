package energy.liveone.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a command line, taken out one by one; what is left over in the end is an error. */
final class Arguments {
  private final List<String> words;

  Arguments(List<String> words) {
    this.words = new ArrayList<>(words);
  }

  /** The value of {@code --name value} or {@code --name=value}. */
  Optional<String> value(String name) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith(name + "=")) {
        return Optional.of(words.remove(i).substring(name.length() + 1));
      }
      if (words.get(i).equals(name)) {
        if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
          throw wrong(name + " needs a value.");
        }
        words.remove(i);
        return Optional.of(words.remove(i));
      }
    }
    return Optional.empty();
  }

  boolean flag(String name) {
    return words.remove(name);
  }

  int port(String name, int fallback) {
    return number(name, fallback, 1, 65_535);
  }

  int number(String name, int fallback, int least, int most) {
    return value(name).map(text -> number(name, text, least, most)).orElse(fallback);
  }

  static int number(String name, String text, int least, int most) {
    StartRefusedException refusal =
        wrong(name + " must be a number from " + least + " to " + most + ", not " + text + ".");
    if (!text.matches("\\d{1,9}")) {
      throw refusal;
    }
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw refusal;
    }
    return number;
  }

  /** The next word that is not an option, e.g. a sub-command. */
  Optional<String> word() {
    return words.isEmpty() || words.get(0).startsWith("-")
        ? Optional.empty()
        : Optional.of(words.remove(0));
  }

  /** Takes the word that comes next if it is this one. */
  boolean take(String word) {
    return !words.isEmpty() && words.get(0).equals(word) && words.remove(word);
  }

  void refuseRest() {
    if (!words.isEmpty()) {
      throw wrong("Unknown option " + words.get(0) + ": see ./liveone help.");
    }
  }

  static StartRefusedException wrong(String sentence) {
    return new StartRefusedException(new StartProblem.BadUsage(sentence));
  }
}
