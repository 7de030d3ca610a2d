package energy.liveone.point;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user decides about a point.
 *
 * @param label shown to people, 1 to 100 characters
 * @param displayOrder smaller comes first
 * @param visible whether pages show it
 * @param active whether readings of it are stored
 * @param transformOrNull what is done to each value after the adapter's part; null for nothing
 */
public record PointSettings(
    String label,
    int displayOrder,
    boolean visible,
    boolean active,
    @Nullable Transform transformOrNull) {
  private static final int MAX_LABEL = 100;

  public PointSettings {
    label = label.strip();
    if (!isLabel(label)) {
      throw new IllegalArgumentException("A label has 1 to 100 characters");
    }
  }

  /** Whether a text, but for outer blanks, can be a label. */
  public static boolean isLabel(String text) {
    String label = text.strip();
    return !label.isEmpty() && label.length() <= MAX_LABEL;
  }

  /** The transform's text, if there is one. */
  Optional<String> transformJson() {
    return Optional.ofNullable(transformOrNull).map(Transform::json);
  }
}
