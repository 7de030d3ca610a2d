package energy.liveone.web.live;

import energy.liveone.history.PointLatest;
import energy.liveone.point.MetricType;
import energy.liveone.point.NumberClass;
import energy.liveone.point.PointKey;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which points of a system play which part. Parts of a whole ({@code generation.local}) play none,
 * or they would be counted twice; a role that no point plays is absent.
 *
 * @param powers by role, in W
 * @param socOrNull state of charge, in %
 * @param energies by flow, in kWh
 * @param prices in c/kWh
 */
public record SitePoints(
    Map<Role, PointKey> powers,
    @Nullable PointKey socOrNull,
    Map<EnergyFlow, PointKey> energies,
    Map<Price, PointKey> prices) {

  /**
   * The roles of these points. Of several candidates it is one that was heard of; of those
   * intervals before a counter, which knows nothing of the day on which it was first read, then by
   * key. Their display order decides only while none was heard of yet: arranging points is about
   * looks, and must not change what is measured.
   */
  public static SitePoints of(List<PointLatest> points) {
    Map<Role, PointKey> powers = new EnumMap<>(Role.class);
    Map<EnergyFlow, PointKey> energies = new EnumMap<>(EnergyFlow.class);
    for (Role role : Role.values()) {
      find(points, MetricType.POWER, role.wireName(), role.pointType())
          .ifPresent(key -> powers.put(role, key));
    }
    for (EnergyFlow flow : EnergyFlow.values()) {
      choose(
              points,
              point ->
                  point.metricType() == MetricType.ENERGY
                      && flow.matches(subsystem(point), type(point)))
          .ifPresent(key -> energies.put(flow, key));
    }
    Map<Price, PointKey> prices = new EnumMap<>(Price.class);
    for (Price price : Price.values()) {
      find(points, MetricType.RATE, "grid", price.wireName())
          .ifPresent(key -> prices.put(price, key));
    }
    return new SitePoints(
        powers, find(points, MetricType.SOC, "battery", "level").orElse(null), energies, prices);
  }

  private static Optional<PointKey> find(
      List<PointLatest> points, MetricType metric, String subsystem, String type) {
    return choose(
        points,
        point ->
            point.metricType() == metric
                && subsystem(point).equals(subsystem)
                && type(point).equals(type));
  }

  private static Optional<PointKey> choose(
      List<PointLatest> points, Predicate<PointLatest> isCandidate) {
    List<PointLatest> candidates = points.stream().filter(isCandidate).toList();
    return candidates.stream()
        .filter(point -> point.latest().isPresent())
        .min(
            Comparator.comparing((PointLatest point) -> point.numberClass() == NumberClass.COUNTER)
                .thenComparing(point -> point.key().value()))
        .or(() -> candidates.stream().findFirst())
        .map(PointLatest::key);
  }

  private static String subsystem(PointLatest point) {
    return point.subsystemOrNull() == null ? "" : point.subsystemOrNull();
  }

  private static String type(PointLatest point) {
    return point.typeOrNull() == null ? "" : point.typeOrNull();
  }

  /** State of charge. */
  public Optional<PointKey> soc() {
    return Optional.ofNullable(socOrNull);
  }

  /** What energy from the grid costs. */
  public Optional<PointKey> price() {
    return Optional.ofNullable(prices.get(Price.IMPORT));
  }

  /** The points that a chart of powers draws: these, the battery's level, prices. */
  public List<PointKey> drawn() {
    return Stream.of(powers.values().stream(), soc().stream(), prices.values().stream())
        .flatMap(keys -> keys)
        .toList();
  }
}
