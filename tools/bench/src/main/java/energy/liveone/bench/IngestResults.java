package energy.liveone.bench;

import energy.liveone.bench.IngestRounds.Round;
import energy.liveone.bench.IngestRounds.Side;

/** The rounds that count, and their medians. */
final class IngestResults {
  private static final double REQUIRED_RATIO = 0.35;

  private final Measured ratios = new Measured();
  private final Measured compiling = new Measured();
  private final Sides bare = new Sides();
  private final Sides product = new Sides();

  /** One side of all rounds. */
  private record Sides(Measured perSecond, Measured program, Measured database) {
    Sides() {
      this(new Measured(), new Measured(), new Measured());
    }

    void add(Side side) {
      perSecond.add(side.perSecond());
      program.add(side.programMicros());
      database.add(side.databaseMicros());
    }
  }

  void add(Round round) {
    ratios.add(round.ratio());
    compiling.add(100 * round.compiling());
    bare.add(round.bare());
    product.add(round.product());
  }

  void report(Report report, String bench) {
    report.figure(
        Figure.of(bench, "stored", product.perSecond().median(), "readings/s")
            .against("bare multi-row upsert", bare.perSecond().median(), ratios.median())
            .ratioAtLeast(REQUIRED_RATIO));
    report.figure(
        Figure.of(bench, "server_cpu", product.program().median(), "us/reading")
            .against("bare upsert, client", bare.program().median()));
    report.figure(
        Figure.of(bench, "database_cpu", product.database().median(), "us/reading")
            .against("bare upsert", bare.database().median()));
    report.figure(Figure.of(bench, "compiler_busy", compiling.median(), "% of the time"));
  }
}
