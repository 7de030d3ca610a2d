package energy.liveone.system;

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

  @Override
  public int compareTo(VendorType other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
