package energy.liveone.flow;

import java.util.Locale;

/** Where energy comes from. */
public enum Source {
  SOLAR(0),
  BATTERY(1),
  GRID(2),
  /** What the sinks took beyond all that the sources are known to have given. */
  UNACCOUNTED(3);

  private final int row;

  Source(int row) {
    this.row = row;
  }

  /** Its row in a matrix. */
  int row() {
    return row;
  }

  /** The name in column names and API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
