package energy.liveone.point;

import java.util.regex.Pattern;

/** The name of a point within its system, such as {@code solar_w}; stable once created. */
public record PointKey(String value) implements Comparable<PointKey> {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  public PointKey {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a point key");
    }
  }

  /** Whether this text could be a point key. */
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public int compareTo(PointKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
