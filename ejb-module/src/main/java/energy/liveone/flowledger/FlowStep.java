package energy.liveone.flowledger;

import energy.liveone.flow.FlowSummary;
import energy.liveone.flow.Part;
import energy.liveone.flow.PartTotal;
import energy.liveone.flow.Role;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The flow of one step of a series.
 *
 * @param time the end of an interval; the start of a day
 * @param prices means in c/kWh by role, of intervals that have some
 */
public record FlowStep(Instant time, FlowSummary flow, Map<Role, Double> prices) {
  public FlowStep {
    prices = Map.copyOf(prices);
  }

  /** Mean price in c/kWh; empty when it is not known. */
  OptionalDouble price(Role role) {
    Double mean = prices.get(role);
    return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean);
  }

  /** Mean power of a part in W over what is covered; empty when nothing is. */
  public OptionalDouble watts(Part part) {
    PartTotal total = flow.part(part);
    return total.coveredSeconds() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(total.wattHours() * 3_600 / total.coveredSeconds());
  }

  /** Mean power in W of what comes less what goes; empty when one of them is not known. */
  public OptionalDouble watts(Part plus, Part minus) {
    OptionalDouble in = watts(plus);
    OptionalDouble out = watts(minus);
    return in.isEmpty() || out.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(in.getAsDouble() - out.getAsDouble());
  }

  /** Energy of a part in kWh, as far as covered; empty when nothing is. */
  public OptionalDouble kilowattHours(Part part) {
    PartTotal total = flow.part(part);
    return total.coveredSeconds() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(total.wattHours() / 1_000);
  }

  /** Mean state of charge in %; empty when it is not known. */
  public OptionalDouble charge() {
    double mean = flow.charge().mean();
    return Double.isNaN(mean) ? OptionalDouble.empty() : OptionalDouble.of(mean);
  }
}
