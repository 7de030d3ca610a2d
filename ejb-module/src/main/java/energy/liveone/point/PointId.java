package energy.liveone.point;

/**
 * Identifies a point within this installation; the key of all time series.
 *
 * @param value positive, assigned by the database
 */
public record PointId(int value) implements Comparable<PointId> {
  public PointId {
    if (value <= 0) {
      throw new IllegalArgumentException("A point id is positive: " + value);
    }
  }

  @Override
  public int compareTo(PointId other) {
    return Integer.compare(value, other.value);
  }
}
