package energy.liveone.flow;

/**
 * Allots what the sinks took to what the sources gave, by their share.
 *
 * <ol>
 *   <li>Export comes from solar and battery: the grid does not sell to itself.
 *   <li>Charge comes from what is then left of solar and grid: the battery does not charge itself.
 *   <li>Load, and losses beside it, take what is left, each source in the same proportion.
 * </ol>
 *
 * <p>When one direction of grid and battery is zero, as within most intervals, that is plain
 * proportional sharing. Where the allowed sources do not suffice, energy without a known origin is
 * used, and then the forbidden source: within one interval a battery can have charged and
 * discharged, and such energy is shown, not dropped.
 */
public final class Allotment {
  private final double[] left;
  private final double[][] cells = new double[Source.values().length][Sink.values().length];

  private Allotment(double... given) {
    left = given;
  }

  /** The matrix of a balance; rows and columns add up to it. */
  public static FlowMatrix of(Balance balance) {
    double load = balance.loadTaken();
    double taken = load + balance.charge() + balance.exported();
    double surplus = balance.given() - taken;
    Allotment allotment =
        new Allotment(
            balance.solar(), balance.discharge(), balance.imported(), Math.max(0, -surplus));
    allotment.allot(Sink.GRID, balance.exported(), Source.GRID, Source.SOLAR, Source.BATTERY);
    allotment.allot(Sink.BATTERY, balance.charge(), Source.BATTERY, Source.SOLAR, Source.GRID);
    allotment.share(load, Math.max(0, surplus));
    return allotment.matrix();
  }

  private void allot(Sink sink, double wanted, Source last, Source first, Source second) {
    double rest = wanted - take(sink, wanted, first, second);
    rest -= take(sink, rest, Source.UNACCOUNTED, Source.UNACCOUNTED);
    take(sink, rest, last, last);
  }

  /** Takes from two sources by their share as much as there is, and tells how much that was. */
  private double take(Sink sink, double wanted, Source a, Source b) {
    double ofA = left[a.row()];
    double ofB = a == b ? 0 : left[b.row()];
    double taken = Math.min(wanted, ofA + ofB);
    if (!(taken > 0)) {
      return 0;
    }
    double fromA = Math.min(ofA, taken * (ofA / (ofA + ofB)));
    give(a, sink, fromA);
    if (a != b) {
      give(b, sink, Math.min(ofB, taken - fromA));
    }
    return taken;
  }

  private void give(Source source, Sink sink, double amount) {
    cells[source.row()][sink.column()] += amount;
    left[source.row()] -= amount;
  }

  private void share(double load, double losses) {
    double all = load + losses;
    double toLoad = all > 0 ? load / all : 1;
    for (Source source : Source.values()) {
      double rest = left[source.row()];
      give(source, Sink.LOAD, rest * toLoad);
      give(source, Sink.LOSSES, Math.max(0, left[source.row()]));
    }
  }

  private FlowMatrix matrix() {
    double[] all = new double[cells.length * Sink.values().length];
    for (int i = 0; i < all.length; i++) {
      all[i] = cells[i / Sink.values().length][i % Sink.values().length];
    }
    return FlowMatrix.of(all);
  }
}
