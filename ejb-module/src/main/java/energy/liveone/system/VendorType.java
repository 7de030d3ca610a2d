package energy.liveone.system;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short lower-case name of a vendor, such as {@code selectronic}: the key of its adapter, of
 * its configuration and of its routes.
 */
public record VendorType(String value) implements Comparable<VendorType> {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public VendorType {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a vendor type");
    }
  }

  /** The vendor type that this text could be. */
  public static Optional<VendorType> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new VendorType(text)) : Optional.empty();
  }

  @Override
  public int compareTo(VendorType other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
