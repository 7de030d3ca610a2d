package energy.liveone.point;

/**
 * What a user decides about a point.
 *
 * @param label shown to people, 1 to 100 characters
 * @param displayOrder smaller comes first
 * @param visible whether pages show it
 * @param active whether readings of it are stored
 */
public record PointSettings(String label, int displayOrder, boolean visible, boolean active) {
  private static final int MAX_LABEL = 100;

  public PointSettings {
    label = label.strip();
    if (label.isEmpty() || label.length() > MAX_LABEL) {
      throw new IllegalArgumentException("A label has 1 to 100 characters");
    }
  }
}
