package energy.liveone.flow;

import java.util.Locale;

/** Where energy goes. */
public enum Sink {
  LOAD(0),
  BATTERY(1),
  GRID(2),
  /** What the sources gave beyond all that the sinks are known to have taken. */
  LOSSES(3);

  private final int column;

  Sink(int column) {
    this.column = column;
  }

  /** Its column in a matrix. */
  int column() {
    return column;
  }

  /** The name in column names and API shapes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
