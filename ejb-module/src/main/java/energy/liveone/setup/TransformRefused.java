package energy.liveone.setup;

import energy.liveone.point.PointKey;

/** A transform that cannot be done to the values of the point for which it was asked. */
public class TransformRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String point;

  TransformRefused(PointKey point, String why) {
    super(why);
    this.point = point.value();
  }

  /** The key of the point. */
  public String point() {
    return point;
  }
}
