package energy.liveone.bench;

import jakarta.json.JsonObject;

/**
 * The product and the bare upsert store the same minutes in turns. Each starts when the database
 * has cleared away what the other left behind: InnoDB visits each written row once more after the
 * commit (purge), and the bare upsert, which keeps only one core busy, leaves more than half of
 * that for later.
 */
final class IngestRounds {
  static final int MINUTES_A_ROUND = 5;

  /** In which the database is at rest: a few transactions always stay. */
  private static final int HISTORY_AT_REST = 32;

  private static final int REST_TRIES = 600;
  private static final int REST_PAUSE_MILLIS = 50;

  private final RawYardstick yardstick;
  private final ServerApi api;
  private final Sql sql;
  private final long readings;
  private final Watched pids;

  /** The ids of the processes whose processor time is read. */
  record Watched(long benchmark, long database) {}

  /**
   * @param readings of one round
   */
  IngestRounds(RawYardstick yardstick, ServerApi api, Sql sql, long readings, Watched pids) {
    this.yardstick = yardstick;
    this.api = api;
    this.sql = sql;
    this.readings = readings;
    this.pids = pids;
  }

  /**
   * One side of a round.
   *
   * @param perSecond readings
   * @param programMicros processor time of the program that stores a reading
   * @param databaseMicros processor time of the database for a reading
   */
  record Side(double perSecond, double programMicros, double databaseMicros) {}

  /**
   * Both sides.
   *
   * @param compiling share of the product's time in which the server's just-in-time compiler was
   *     busy
   */
  record Round(Side bare, Side product, double compiling) {
    double ratio() {
      return product.perSecond() / bare.perSecond();
    }
  }

  /** Stores the minutes from {@code from} on, in epoch seconds, on both sides. */
  Round run(long from) {
    awaitRest();
    Side bare = upsert(from);
    awaitRest();
    return ingest(from, bare);
  }

  private Round ingest(long from, Side bare) {
    double databaseStart = CpuTime.seconds(pids.database());
    JsonObject run =
        api.post("/api/bench/ingest?from=" + from + "&minutes=" + MINUTES_A_ROUND, "{}");
    CheckFailedException.unlessEqual(0, run.getInt("failed"), "Failed polls");
    CheckFailedException.unlessEqual(
        readings, run.getJsonNumber("readings").longValue(), "Readings");
    double nanos = run.getJsonNumber("nanos").doubleValue();
    Side product =
        new Side(
            readings / (nanos / 1e9),
            run.getJsonNumber("cpuNanos").doubleValue() / 1e3 / readings,
            microsSince(pids.database(), databaseStart));
    return new Round(bare, product, run.getInt("compileMillis") * 1e6 / nanos);
  }

  private Side upsert(long from) {
    double programStart = CpuTime.seconds(pids.benchmark());
    double databaseStart = CpuTime.seconds(pids.database());
    double perSecond = yardstick.run(from, MINUTES_A_ROUND);
    return new Side(
        perSecond,
        microsSince(pids.benchmark(), programStart),
        microsSince(pids.database(), databaseStart));
  }

  private double microsSince(long pid, double startSeconds) {
    return (CpuTime.seconds(pid) - startSeconds) * 1e6 / readings;
  }

  private void awaitRest() {
    for (int attempt = 0; attempt < REST_TRIES; attempt++) {
      long history =
          sql.number(
              "SELECT variable_value FROM information_schema.global_status"
                  + " WHERE variable_name = 'Innodb_history_list_length'");
      if (history <= HISTORY_AT_REST) {
        return;
      }
      Pause.millis(REST_PAUSE_MILLIS);
    }
    throw new CheckFailedException("The database does not come to rest");
  }
}
