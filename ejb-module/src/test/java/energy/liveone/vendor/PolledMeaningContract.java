package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.liveone.point.PointDefinition;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSource;
import energy.liveone.reading.IntervalReading;
import energy.liveone.reading.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** That values mean what points say: units, signs, counters, and the balance of a site. */
public abstract class PolledMeaningContract extends PolledVendorFixture {
  /** Points that the odd payloads fill besides the usable value, such as half a sum. */
  protected boolean mayStandBeside(String pointKey) {
    return false;
  }

  /**
   * What flowed at a moment of the sample, or in an interval of it; empty for a vendor that does
   * not tell all four.
   */
  protected Optional<Flows> flowsOfSample() {
    Map<String, Double> w = values(fetch());
    return Optional.of(
        new Flows(w.get("solar_w"), w.get("grid_w"), w.get("battery_w"), w.get("load_w")));
  }

  /** An energy of the sample, counter or interval. */
  protected abstract Usable energyInSample();

  /** The payload in which that energy stands, once. */
  protected String energyPayload() {
    return "sample.json";
  }

  /** Answers the call that tells that energy. */
  protected void serveEnergy(String body) {
    serve(body);
  }

  @Test
  void counterResetIsToldAsItIs() {
    assertEnergyToldAsItIs("3");
  }

  @Test
  void negativeStepIsToldAsItIs() {
    double lower = Double.parseDouble(energyInSample().text()) - 0.0625;

    assertEnergyToldAsItIs(Double.toString(lower));
  }

  private void assertEnergyToldAsItIs(String text) {
    Usable energy = energyInSample();
    assertThat(payload(energyPayload())).containsOnlyOnce(energy.text());
    serveEnergy(payload(energyPayload()));
    Map<String, Double> expected = new HashMap<>(values(fetch()));
    serveEnergy(payload(energyPayload()).replace(energy.text(), text));

    Map<String, Double> values = values(fetch());

    assertThat(values.remove(energy.point()))
        .isCloseTo(energy.value(text), Offset.offset(1e-9))
        .isNotEqualTo(expected.remove(energy.point()));
    values.keySet().removeIf(this::mayStandBeside);
    expected.keySet().removeIf(this::mayStandBeside);
    assertThat(values).isEqualTo(expected);
  }

  @Test
  void negativeEnergyIsNeverPlausible() {
    Usable energy = energyInSample();
    serveEnergy(payload(energyPayload()).replace(energy.text(), "-7"));

    FetchResult result = fetch();

    Double value = values(result).get(energy.point());
    assertThat(
            value != null
                && pointsWith(result).get(new PointKey(energy.point())).range().admits(value))
        .isFalse();
  }

  /** The points that the system has after this poll. */
  private Map<PointKey, PointDefinition> pointsWith(FetchResult result) {
    Map<PointKey, PointDefinition> points =
        adapterAlone().defaultPoints(system("anna", site())).stream()
            .collect(Collectors.toMap(PointDefinition::key, point -> point));
    measurements(result).points().forEach(point -> points.put(point.key(), point));
    return points;
  }

  @Test
  void everyValueIsOfADeclaredPointAndPlausible() {
    FetchResult result = fetch();

    Map<PointKey, PointDefinition> points = pointsWith(result);
    for (Reading sample : measurements(result).samples()) {
      assertPlausible(points, sample.point(), sample.value(), PointSource.SAMPLES);
    }
    for (IntervalReading interval : measurements(result).intervals()) {
      assertPlausible(points, interval.point(), interval.value(), PointSource.INTERVALS);
    }
    assertThat(measurements(result).isEmpty()).isFalse();
  }

  private static void assertPlausible(
      Map<PointKey, PointDefinition> points, PointKey key, double value, PointSource source) {
    assertThat(points).containsKey(key);
    assertThat(points.get(key).range().admits(value)).as("%s = %s", key, value).isTrue();
    assertThat(points.get(key).source()).as("source of %s", key).isEqualTo(source);
  }

  @Test
  void loadIsSolarPlusGridPlusBattery() {
    Optional<Flows> flows = flowsOfSample();
    assumeTrue(flows.isPresent(), "The vendor does not tell the whole balance");

    flows.get().assertBalanced();
  }
}
