package energy.liveone.system;

/**
 * Identifies a monitored system within this installation.
 *
 * @param value positive, assigned by the database
 */
public record SystemId(int value) implements Comparable<SystemId> {
  public SystemId {
    if (value <= 0) {
      throw new IllegalArgumentException("A system id is positive: " + value);
    }
  }

  @Override
  public int compareTo(SystemId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
