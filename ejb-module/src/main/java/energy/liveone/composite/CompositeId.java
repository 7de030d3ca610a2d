package energy.liveone.composite;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a composite within this installation; composites and systems count separately.
 *
 * @param value positive, assigned by the database
 */
public record CompositeId(int value) {
  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,8}");

  public CompositeId {
    if (value <= 0) {
      throw new IllegalArgumentException("A composite id is positive: " + value);
    }
  }

  /** The id that this text is, if it is one. */
  public static Optional<CompositeId> parse(String text) {
    return DIGITS.matcher(text).matches()
        ? Optional.of(new CompositeId(Integer.parseInt(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
