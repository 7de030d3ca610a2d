package energy.liveone.grant;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a grant. */
public record GrantId(int value) {
  private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,8}");

  public GrantId {
    if (value < 1) {
      throw new IllegalArgumentException("Not a grant id");
    }
  }

  /** The id that a text says; empty when it says none. */
  public static Optional<GrantId> parse(String text) {
    return SHAPE.matcher(text).matches()
        ? Optional.of(new GrantId(Integer.parseInt(text)))
        : Optional.empty();
  }

  /** What its sealed tokens are bound to, and the name of the lease of their renewal. */
  String holder() {
    return "grant:" + value;
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
