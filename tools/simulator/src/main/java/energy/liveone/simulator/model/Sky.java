package energy.liveone.simulator.model;

import java.time.ZoneId;

/** Sun and clouds over one site. */
final class Sky {

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double SECONDS_PER_YEAR = 365.2425 * SECONDS_PER_DAY;

  /** 2024-12-21T09:20:00Z, a December solstice: the sun is farthest south. */
  private static final long SOLSTICE = 1_734_772_800L;

  private static final double TILT = Math.toRadians(23.44);

  private final Noise noise;
  private final double sinLatitude;
  private final double cosLatitude;
  private final int solarOffsetSeconds;

  Sky(Noise noise, double latitude, ZoneId zone) {
    this.noise = noise;
    sinLatitude = Math.sin(Math.toRadians(latitude));
    cosLatitude = Math.cos(Math.toRadians(latitude));
    // The sun knows no daylight saving: it follows the standard time of the zone all year.
    solarOffsetSeconds = zone.getRules().getStandardOffset(Trajectory.EPOCH).getTotalSeconds();
  }

  /** Part of the peak output that the panels give, 0 to 1; 0 while the sun is down. */
  double output(long epochSecond) {
    double height = sunHeight(epochSecond);
    return height <= 0 ? 0 : Math.pow(height, 1.2) * clearness(epochSecond);
  }

  /** Sine of the sun's elevation; below 0 at night. */
  private double sunHeight(long epochSecond) {
    double season = 2 * Math.PI * (epochSecond - SOLSTICE) / SECONDS_PER_YEAR;
    double sinDeclination = -Math.sin(TILT) * Math.cos(season);
    double cosDeclination = Math.sqrt(1 - sinDeclination * sinDeclination);
    double solarTime = (epochSecond + solarOffsetSeconds) / SECONDS_PER_DAY;
    double hourAngle = 2 * Math.PI * (solarTime - Math.floor(solarTime) - 0.5);
    return sinLatitude * sinDeclination + cosLatitude * cosDeclination * Math.cos(hourAngle);
  }

  /** Overcast and fair days follow each other over days; single clouds pass within minutes. */
  private double clearness(long epochSecond) {
    double weather = noise.smooth(1, epochSecond / (0.7 * SECONDS_PER_DAY));
    double cover = noise.smooth(2, epochSecond / 2_400.0);
    double wisps = noise.smooth(3, epochSecond / 420.0);
    return 1 - weather * (0.15 + 0.55 * cover + 0.2 * wisps);
  }
}
