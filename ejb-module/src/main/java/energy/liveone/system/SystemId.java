package energy.liveone.system;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a monitored system within this installation.
 *
 * @param value positive, assigned by the database
 */
public record SystemId(int value) implements Comparable<SystemId> {
  /** At most nine digits, so that it always fits. */
  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,8}");

  public SystemId {
    if (value <= 0) {
      throw new IllegalArgumentException("A system id is positive: " + value);
    }
  }

  /** The id that this text is, if it is one. */
  public static Optional<SystemId> parse(String text) {
    if (!DIGITS.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(new SystemId(Integer.parseInt(text)));
  }

  @Override
  public int compareTo(SystemId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
