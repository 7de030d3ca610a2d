package energy.liveone.simulator.model;

import java.time.Instant;
import java.time.ZoneId;

/**
 * One simulated home. The balance {@code load = solar + grid + battery} holds at every instant, and
 * the counters are the exact integrals of the powers. Safe for use by many threads.
 *
 * <p>Instants before 2025 or after 2035 are refused with {@link IllegalArgumentException}.
 */
public final class SiteModel {

  /** The first instant that can be simulated. */
  public static final Instant FIRST = Trajectory.EPOCH;

  /** The first instant that cannot be simulated any more. */
  public static final Instant END = Trajectory.END;

  private final Trajectory trajectory;
  private final double factor;

  private SiteModel(Trajectory trajectory, double factor) {
    this.trajectory = trajectory;
    this.factor = factor;
  }

  /** The home described by {@code spec}. */
  public static SiteModel of(SiteSpec spec) {
    return new SiteModel(new Trajectory(spec), 1);
  }

  /**
   * The same home in another size: powers, counters and capacity are multiplied, the state of
   * charge is not. It shares the computed path of this one, which is how thousands of sites stay
   * cheap.
   */
  public SiteModel scaledBy(double by) {
    if (!(by > 0)) {
      throw new IllegalArgumentException("a scale must be above 0");
    }
    return new SiteModel(trajectory, factor * by);
  }

  /** Time zone of the home. */
  public ZoneId zone() {
    return trajectory.zone();
  }

  /** The state at {@code instant}; quick when called for instants that follow each other. */
  public SiteState at(Instant instant) {
    return trajectory.at(instant).times(factor);
  }

  /** Counters at the last local midnight at or before {@code instant}. */
  public SiteEnergy atLocalMidnight(Instant instant) {
    return trajectory.atLocalMidnight(instant).times(factor);
  }

  /** Exact energies in the span {@code (from, to]}. */
  public SiteEnergy energyBetween(Instant from, Instant to) {
    Sweep sweep = sweep();
    SiteEnergy earlier = sweep.at(from).lifetime();
    return sweep.at(to).lifetime().minus(earlier);
  }

  /**
   * A walk of its own through time, for one thread: a long history does not disturb the live
   * values' short cut.
   */
  public Sweep sweep() {
    Trajectory.Cursor cursor = trajectory.cursor();
    return instant -> cursor.at(instant).times(factor);
  }

  /** States at instants that are asked for in rising order (any order works, but slowly). */
  @FunctionalInterface
  public interface Sweep {
    /** The state at {@code instant}. */
    SiteState at(Instant instant);
  }
}
