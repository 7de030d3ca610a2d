package energy.liveone.vendor;

import java.time.Instant;

/**
 * Where the sun stands, by the equations of NOAA's solar calculator
 * (gml.noaa.gov/grad/solcalc/calcdetails.html), which follow Jean Meeus, Astronomical Algorithms.
 * Good to about 0.01° between 1950 and 2050.
 *
 * @param declination degrees north of the equator
 * @param equationOfTimeMinutes how far a sundial is ahead of a clock
 * @param utcMinutes minutes since midnight UTC
 */
record SunPosition(double declination, double equationOfTimeMinutes, double utcMinutes) {
  private static final double J2000_EPOCH_SECOND = 946_728_000;
  private static final double SECONDS_PER_CENTURY = 36_525.0 * 86_400;

  static SunPosition at(Instant time) {
    double seconds = time.getEpochSecond() + time.getNano() / 1e9;
    double t = (seconds - J2000_EPOCH_SECOND) / SECONDS_PER_CENTURY;
    double meanLongitude = Math.toRadians((280.46646 + t * (36_000.76983 + t * 0.0003032)) % 360);
    double anomaly = Math.toRadians(357.52911 + t * (35_999.05029 - t * 0.0001537));
    double eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
    double centre =
        Math.sin(anomaly) * (1.914602 - t * (0.004817 + t * 0.000014))
            + Math.sin(2 * anomaly) * (0.019993 - t * 0.000101)
            + Math.sin(3 * anomaly) * 0.000289;
    double node = Math.toRadians(125.04 - 1934.136 * t);
    double apparentLongitude =
        meanLongitude + Math.toRadians(centre - 0.00569 - 0.00478 * Math.sin(node));
    double obliquity =
        Math.toRadians(
            23.0
                + (26.0 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60
                + 0.00256 * Math.cos(node));
    double declination = Math.asin(Math.sin(obliquity) * Math.sin(apparentLongitude));
    double y = Math.pow(Math.tan(obliquity / 2), 2);
    double equationOfTime =
        y * Math.sin(2 * meanLongitude)
            - 2 * eccentricity * Math.sin(anomaly)
            + 4 * eccentricity * y * Math.sin(anomaly) * Math.cos(2 * meanLongitude)
            - 0.5 * y * y * Math.sin(4 * meanLongitude)
            - 1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly);
    return new SunPosition(
        Math.toDegrees(declination),
        4 * Math.toDegrees(equationOfTime),
        (seconds - 86_400 * Math.floor(seconds / 86_400)) / 60);
  }

  /** Height of the sun's centre above the horizon in degrees, without refraction. */
  double altitude(double latitude, double longitude) {
    double solarMinutes = utcMinutes + equationOfTimeMinutes + 4 * longitude;
    double hourAngle = Math.toRadians(solarMinutes / 4 - 180);
    double phi = Math.toRadians(latitude);
    double delta = Math.toRadians(declination);
    return Math.toDegrees(
        Math.asin(
            Math.sin(phi) * Math.sin(delta)
                + Math.cos(phi) * Math.cos(delta) * Math.cos(hourAngle)));
  }

  /**
   * How far from its highest point the sun is, in degrees, when it passes an altitude; not a number
   * when it never does.
   */
  double hourAngle(double latitude, double altitude) {
    double phi = Math.toRadians(latitude);
    double delta = Math.toRadians(declination);
    double cosine =
        (Math.sin(Math.toRadians(altitude)) - Math.sin(phi) * Math.sin(delta))
            / (Math.cos(phi) * Math.cos(delta));
    return Math.abs(cosine) > 1 ? Double.NaN : Math.toDegrees(Math.acos(cosine));
  }
}
