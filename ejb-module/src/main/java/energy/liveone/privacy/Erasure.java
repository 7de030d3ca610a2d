package energy.liveone.privacy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that was deleted for good. Says nothing of whom it was; the moment of its making tells
 * it from something else that gets the same id after an older backup was restored.
 *
 * @param type {@code account} or {@code system}
 * @param createdMillis epoch milliseconds
 * @param erasedMillis epoch milliseconds
 * @param pseudonym what stands for it in the audit log
 */
record Erasure(String type, int id, long createdMillis, long erasedMillis, String pseudonym) {
  static final String ACCOUNT = "account";
  static final String SYSTEM = "system";

  private static final Pattern LINE =
      Pattern.compile("(account|system) (\\d{1,9}) (\\d{1,15}) (\\d{1,15}) (\\S{1,32})");

  /** As in the file. */
  String line() {
    return "%s %d %d %d %s".formatted(type, id, createdMillis, erasedMillis, pseudonym);
  }

  /** What a line of the file says; empty when it was cut off. */
  static Optional<Erasure> ofLine(String line) {
    Matcher parts = LINE.matcher(line.strip());
    return parts.matches()
        ? Optional.of(
            new Erasure(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4)),
                parts.group(5)))
        : Optional.empty();
  }
}
