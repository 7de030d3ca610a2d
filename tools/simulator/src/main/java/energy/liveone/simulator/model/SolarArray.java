package energy.liveone.simulator.model;

/**
 * The panels of a site.
 *
 * @param peakW output with the sun straight above and no cloud
 * @param localShare part that is DC-coupled, 0 to 1; the rest is AC-coupled
 * @param nightNoiseW the most that the DC-coupled side shows by error in the dark; counted as
 *     energy like everything else
 */
public record SolarArray(double peakW, double localShare, double nightNoiseW) {

  public SolarArray {
    if (!(peakW >= 0) || !(localShare >= 0 && localShare <= 1) || !(nightNoiseW >= 0)) {
      throw new IllegalArgumentException(
          "a solar array has a peak of at least 0 W and a share of 0 to 1");
    }
  }
}
