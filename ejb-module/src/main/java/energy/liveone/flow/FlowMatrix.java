package energy.liveone.flow;

import java.util.Arrays;

/**
 * How much of each source went to each sink: Wh, or W of one moment. Immutable. Rows add up to what
 * the sources gave, columns to what the sinks took, so that nothing comes from or goes to nowhere.
 */
public final class FlowMatrix {
  private static final int SINKS = Sink.values().length;

  /** Nothing flows. */
  public static final FlowMatrix ZERO = new FlowMatrix(new double[Source.values().length * SINKS]);

  private final double[] cells;

  private FlowMatrix(double[] cells) {
    this.cells = cells;
  }

  /** A matrix of these amounts, row by row. */
  public static FlowMatrix of(double... rows) {
    if (rows.length != ZERO.cells.length) {
      throw new IllegalArgumentException("Not a matrix: " + rows.length + " cells");
    }
    return new FlowMatrix(rows.clone());
  }

  /** What of a source went to a sink. */
  public double at(Source source, Sink sink) {
    return cells[source.row() * SINKS + sink.column()];
  }

  /** What a source gave. */
  public double given(Source source) {
    double sum = 0;
    for (Sink sink : Sink.values()) {
      sum += at(source, sink);
    }
    return sum;
  }

  /** What a sink took. */
  public double taken(Sink sink) {
    double sum = 0;
    for (Source source : Source.values()) {
      sum += at(source, sink);
    }
    return sum;
  }

  /** Cell by cell. */
  public FlowMatrix plus(FlowMatrix other) {
    double[] sum = cells.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.cells[i];
    }
    return new FlowMatrix(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlowMatrix matrix && Arrays.equals(cells, matrix.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return Arrays.toString(cells);
  }
}
