package energy.liveone.vendor;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of secrets, found without regard to case. Nearly every word of nearly every answer is none
 * of them, so first letter and length are looked at before anything is copied.
 */
final class SecretNames {
  private static final int ASCII = 128;
  private static final int LENGTHS = Long.SIZE;

  private final Set<String> lowerCase;

  /** For each first letter the lengths of its names, a bit each; longer ones share the last bit. */
  private final long[] lengthsByLetter = new long[ASCII];

  SecretNames(Collection<String> names) {
    Set<String> all = new HashSet<>();
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      all.add(lower);
      mark(lower.charAt(0), lower.length());
      mark(lower.toUpperCase(Locale.ROOT).charAt(0), lower.length());
    }
    this.lowerCase = Set.copyOf(all);
  }

  private void mark(char letter, int length) {
    lengthsByLetter[letter] |= bit(length);
  }

  private static long bit(int length) {
    return 1L << Math.min(length, LENGTHS - 1);
  }

  SecretNames and(Collection<String> more) {
    Set<String> all = new HashSet<>(lowerCase);
    all.addAll(more);
    return new SecretNames(all);
  }

  /** Whether a word of a text, of ASCII letters, digits, - and _, is one of the names. */
  boolean contains(String text, int from, int to) {
    return (lengthsByLetter[text.charAt(from)] & bit(to - from)) != 0
        && lowerCase.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
  }
}
