package energy.liveone.system;

import java.util.regex.Pattern;

/**
 * A short name that its owner chose for a system, used in URLs: letters, digits and hyphens, not
 * all digits.
 */
public record Alias(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("(?=.*[a-z-])[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

  public Alias {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not an alias");
    }
  }

  /** Whether this text could be an alias; digits alone would be taken for an id. */
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
