package energy.liveone.flowledger;

import energy.liveone.flow.FlowMatrix;
import energy.liveone.flow.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How energy flows now.
 *
 * @param watts by part, of what is wholly known
 * @param incomplete parts that a late member belongs to: a sum without it would be bent
 * @param pieces W of arrays and circuits, by the point that stands for each
 * @param matrixOrNull in W; null when a part is incomplete or too little is measured
 * @param chargeOrNull state of charge in %
 * @param isChargeByCapacity whether all batteries' capacities are known
 * @param importPriceOrNull in c/kWh
 * @param exportPriceOrNull in c/kWh
 * @param percentages means in % of what members tell under one key, without state of charge
 * @param oldestOrNull time of the oldest power that is in here, without any power that of the
 *     oldest other value; null without any
 */
public record LiveFlow(
    Home home,
    Map<Part, Double> watts,
    Set<Part> incomplete,
    Map<Integer, Double> pieces,
    @Nullable FlowMatrix matrixOrNull,
    @Nullable Double chargeOrNull,
    boolean isChargeByCapacity,
    @Nullable Double importPriceOrNull,
    @Nullable Double exportPriceOrNull,
    Map<String, Double> percentages,
    @Nullable Instant oldestOrNull,
    List<LiveMember> members) {
  public LiveFlow {
    watts = Map.copyOf(watts);
    incomplete = Set.copyOf(incomplete);
    pieces = Map.copyOf(pieces);
    percentages = Map.copyOf(percentages);
    members = List.copyOf(members);
  }

  /**
   * A member now.
   *
   * @param lastUpdateOrNull time of its oldest power that counts; null when it has none
   * @param late whether something of it is too old to count
   */
  public record LiveMember(
      int system, String name, @Nullable Instant lastUpdateOrNull, boolean late) {}
}
