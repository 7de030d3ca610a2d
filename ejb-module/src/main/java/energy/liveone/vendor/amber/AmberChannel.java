package energy.liveone.vendor.amber;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A register of a site's meter.
 *
 * @param identifier Amber's, such as {@code E1}
 * @param suffix of the keys of its points: empty for the first of its kind
 */
record AmberChannel(String identifier, Kind kind, String suffix) {

  /** What it meters. */
  enum Kind {
    GENERAL("general"),
    FEED_IN("feedIn"),
    CONTROLLED_LOAD("controlledLoad");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }

    /** The kind of this name; empty for one that Amber may have invented since. */
    static Optional<Kind> of(String wireName) {
      return Stream.of(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
    }
  }

  /** Where Amber tells a field of this channel, such as {@code general perKwh}. */
  String vendorField(String field) {
    return (suffix.isEmpty() ? kind.wireName() : identifier + " " + kind.wireName()) + " " + field;
  }
}
