package energy.liveone.vendor;

/**
 * Where a site is, as precisely as sunrise needs it.
 *
 * @param latitude degrees, north positive, -90 to 90
 * @param longitude degrees, east positive, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {
  public GeoPoint {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("Not a place on Earth");
    }
  }

  /** Nothing that a log could keep: it is somebody's home. */
  @Override
  public String toString() {
    return "GeoPoint";
  }
}
