package energy.liveone.web.live;

import energy.liveone.history.PointLatest;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import energy.liveone.web.number.Quantity;
import java.time.Instant;

/** A point with its latest value, as grids and tables show it. */
public record PointTile(PointLatest point, SiteClock clock) {
  /** The unit of what is on or off. */
  public static final String FLAG = "bool";

  /** The unit of points in time. */
  public static final String MOMENT = "epoch s";

  /** The point's key; scripts find the tile by it. */
  public String key() {
    return point.key().value();
  }

  /** What people call it. */
  public String label() {
    return point.label();
  }

  /** Style of its dot: the colour of its subsystem. */
  public String dotClass() {
    String subsystem = point.subsystemOrNull();
    return subsystem == null ? "dot" : "dot of-" + subsystem;
  }

  /** Its value in words or figures. */
  public Quantity quantity() {
    TimedValue latest = point.latestOrNull();
    return latest == null ? Quantity.MISSING : quantity(latest.value(), point.unit(), clock);
  }

  /** A value of any point in words or figures. */
  public static Quantity quantity(double value, String unit, SiteClock clock) {
    return switch (unit) {
      case FLAG -> new Quantity(clock.texts().shared(value != 0 ? "value.on" : "value.off"), "");
      case MOMENT -> new Quantity(clock.moment(Instant.ofEpochSecond((long) value)), "");
      default -> clock.texts().quantities().of(value, unit);
    };
  }

  /** Whether values of this unit are amounts, and not a yes or a moment. */
  public static boolean isQuantity(String unit) {
    return !unit.equals(FLAG) && !unit.equals(MOMENT);
  }

  /** The vendor-neutral unit of the point, where it is one for people. */
  public String unit() {
    return isQuantity(point.unit()) ? point.unit() : "";
  }

  /** Device time in epoch seconds; 0 without a value. */
  public long time() {
    return point.latestOrNull() == null ? 0 : point.latestOrNull().epochSecond();
  }

  /** How old the value is; empty without one. */
  public String age() {
    return point.latestOrNull() == null ? "" : clock.age(Instant.ofEpochSecond(time()));
  }
}
