package energy.liveone.aggregate;

import energy.liveone.point.NumberClass;

/**
 * How the samples of a point are read.
 *
 * @param numberClass how values relate to time
 * @param cadenceSeconds usual time between samples; what a sample after a gap vouches for
 * @param toleranceSeconds longest time between samples that is still continuous
 */
public record SampleRules(NumberClass numberClass, int cadenceSeconds, int toleranceSeconds) {
  public SampleRules {
    if (cadenceSeconds < 1 || toleranceSeconds < cadenceSeconds) {
      throw new IllegalArgumentException(
          "Not sample rules: " + cadenceSeconds + ", " + toleranceSeconds);
    }
  }

  /** Whether the time between two samples is a gap. */
  public boolean isGap(long fromT, long toT) {
    return toT - fromT > toleranceSeconds;
  }
}
