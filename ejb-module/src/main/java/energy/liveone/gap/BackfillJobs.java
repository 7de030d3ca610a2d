package energy.liveone.gap;

/** The batch job that carries out orders to fetch the past. */
public interface BackfillJobs {
  /**
   * Starts the job for an order, on this node, unless it is being carried out somewhere in the
   * cluster. Returns at once.
   */
  void start(int backfill);
}
