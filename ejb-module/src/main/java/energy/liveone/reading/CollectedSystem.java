package energy.liveone.reading;

import energy.liveone.aggregate.SampleRules;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PlausibleRange;
import energy.liveone.point.PointSource;
import energy.liveone.point.Transform;
import java.time.ZoneId;
import java.util.Map;

/**
 * What storing and aggregating need to know of a system.
 *
 * @param id the system
 * @param configVersion of the system when this was read
 * @param zone whose midnights divide its days
 * @param cadenceSeconds usual time between samples
 * @param toleranceSeconds longest time between samples that is no gap
 * @param points by point key
 * @param transforms what users want done to the values of points, by point key; usually empty
 */
public record CollectedSystem(
    int id,
    int configVersion,
    ZoneId zone,
    int cadenceSeconds,
    int toleranceSeconds,
    Map<String, CollectedPoint> points,
    Map<String, Transform> transforms) {
  public CollectedSystem {
    points = Map.copyOf(points);
    transforms = Map.copyOf(transforms);
  }

  /** A system whose users want nothing done. */
  public CollectedSystem(
      int id,
      int configVersion,
      ZoneId zone,
      int cadenceSeconds,
      int toleranceSeconds,
      Map<String, CollectedPoint> points) {
    this(id, configVersion, zone, cadenceSeconds, toleranceSeconds, points, Map.of());
  }

  /**
   * What storing and aggregating need to know of a point.
   *
   * @param id the point
   * @param numberClass how it aggregates
   * @param source in which form its values reach us
   * @param range its plausible values
   * @param active whether readings of it are stored
   */
  public record CollectedPoint(
      int id, NumberClass numberClass, PointSource source, PlausibleRange range, boolean active) {
    /** Whether its 5-minute rows come from raw readings. */
    public boolean isSampled() {
      return source == PointSource.SAMPLES;
    }
  }

  /** How the samples of a point of this system are read. */
  public SampleRules rules(NumberClass numberClass) {
    return new SampleRules(numberClass, cadenceSeconds, toleranceSeconds);
  }
}
