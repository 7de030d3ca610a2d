package energy.liveone.flowledger;

import energy.liveone.composite.Binding;
import energy.liveone.composite.Composite;
import energy.liveone.composite.JpaBindings;
import energy.liveone.composite.Member;
import energy.liveone.flow.BoundPoint;
import energy.liveone.flow.FlowMember;
import energy.liveone.flowledger.Home.Names;
import energy.liveone.flowledger.JpaEvidence.Evidence;
import energy.liveone.point.MetricType;
import energy.liveone.polling.VendorView;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.vendor.Daylight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what energy flow is computed of. Asks nobody's leave: callers have decided. */
@ApplicationScoped
public class Homes {
  private static final Pattern QUANTITY = Pattern.compile("(_interval)?_(w|kwh)$");
  private static final Pattern KILOWATT_HOURS =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*kWh", Pattern.CASE_INSENSITIVE);

  private final SystemRepository systems;
  private final JpaBindings bindings;
  private final JpaEvidence evidence;

  @Inject
  public Homes(SystemRepository systems, JpaBindings bindings, JpaEvidence evidence) {
    this.systems = systems;
    this.bindings = bindings;
    this.evidence = evidence;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected Homes() {
    this(null, null, null);
  }

  /** A system alone, with the default roles. */
  @Transactional
  public Home of(SystemId system) {
    Making making = new Making();
    making.add(new Member(system, "", null), bindings.byDefault(List.of(system)));
    return new Home(
        system, null, making.zone(), making.members, making.names(), List.of(), null, Map.of());
  }

  /** A composite as its owner bound it. */
  @Transactional
  public Home of(Composite composite) {
    Making making = new Making();
    List<Binding> bound = bindings.of(composite.id(), composite.systems());
    composite.members().forEach(member -> making.add(member, bound));
    return new Home(
        null,
        composite.id(),
        composite.settings().zone(),
        making.members,
        making.names(),
        composite.lost(),
        composite.settings().gridCo2GramsPerKwhOrNull(),
        percentages(bound));
  }

  private static Map<String, Set<Integer>> percentages(List<Binding> bound) {
    return bound.stream()
        .filter(one -> one.unit().equals("%") && one.metric() != MetricType.SOC)
        .filter(one -> one.active() && !one.excluded())
        .collect(
            Collectors.groupingBy(
                one -> one.key().value(),
                Collectors.mapping(Binding::pointId, Collectors.toSet())));
  }

  /** Some systems together, in the zone of the first, with the default roles. */
  @Transactional
  public Home of(List<SystemId> some) {
    if (some.size() == 1) {
      return of(some.get(0));
    }
    Making making = new Making();
    List<Binding> bound = bindings.byDefault(some);
    some.forEach(system -> making.add(new Member(system, "", null), bound));
    return new Home(
        null, null, making.zone(), making.members, making.names(), List.of(), null, Map.of());
  }

  /** What power and energy of the same thing share of their keys. */
  static String group(String key) {
    return QUANTITY.matcher(key).replaceFirst("");
  }

  /** The first capacity that a text names; null when it names none. */
  static @Nullable Double kilowattHours(String text) {
    Matcher found = KILOWATT_HOURS.matcher(text);
    return found.find() ? Double.valueOf(found.group(1)) : null;
  }

  private static LongPredicate darkness(MonitoredSystem system) {
    Daylight daylight = Daylight.of(VendorView.of(system));
    return end ->
        !daylight.isLight(Instant.ofEpochSecond(end))
            && !daylight.isLight(Instant.ofEpochSecond(end - 300));
  }

  /** A home in the making. */
  private final class Making {
    private final List<FlowMember> members = new ArrayList<>();
    private final Map<Integer, String> systemNames = new HashMap<>();
    private final Map<Integer, String> pointNames = new HashMap<>();
    private final Map<Integer, Integer> cadences = new HashMap<>();
    private @Nullable ZoneId first;

    void add(Member member, List<Binding> all) {
      MonitoredSystem system = systems.find(member.system()).orElse(null);
      if (system == null) {
        return;
      }
      first = first == null ? system.zone() : first;
      int id = member.system().value();
      systemNames.put(id, system.displayName());
      cadences.put(id, system.sampleCadenceSeconds());
      List<Binding> own =
          all.stream()
              .filter(one -> one.system().equals(member.system()) && one.role().isPresent())
              .toList();
      Map<Integer, Evidence> known = evidence.of(own.stream().map(Binding::pointId).toList());
      List<BoundPoint> points = new ArrayList<>();
      for (Binding binding : own) {
        Evidence seen = known.get(binding.pointId());
        if (seen != null) {
          points.add(point(binding, id, seen));
          pointNames.put(binding.pointId(), binding.label());
        }
      }
      Double told = system.batterySize().map(Homes::kilowattHours).orElse(null);
      members.add(
          new FlowMember(
              id,
              points,
              darkness(system),
              member.batteryKwhOrNull() == null ? told : member.batteryKwhOrNull()));
    }

    private BoundPoint point(Binding binding, int system, Evidence seen) {
      return new BoundPoint(
          binding.pointId(),
          system,
          group(binding.key().value()),
          binding.role().orElseThrow(),
          binding.metric(),
          binding.numberClass(),
          binding.source(),
          seen.firstEnd(),
          binding.active() ? Long.MAX_VALUE : seen.lastEnd());
    }

    ZoneId zone() {
      return first == null ? ZoneId.of("UTC") : first;
    }

    Names names() {
      return new Names(systemNames, pointNames, cadences);
    }
  }
}
