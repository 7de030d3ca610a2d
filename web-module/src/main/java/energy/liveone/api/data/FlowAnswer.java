package energy.liveone.api.data;

import energy.liveone.flow.BoundPoint;
import energy.liveone.flow.FlowMatrix;
import energy.liveone.flow.FlowSummary;
import energy.liveone.flow.Part;
import energy.liveone.flow.PartTotal;
import energy.liveone.flow.Role;
import energy.liveone.flow.Sink;
import energy.liveone.flow.Source;
import energy.liveone.flowledger.FlowRange;
import energy.liveone.flowledger.Home;
import energy.liveone.flowledger.LiveFlow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code GET /api/data/flow}. Powers in W, energies in kWh to the milliwatt-hour, so
 * that what was rounded still adds up to the watt-hour; times are ISO-8601 with the offset of the
 * zone. What is not known is left out.
 */
final class FlowAnswer {
  private final Home home;
  private final Map<String, Object> answer = new LinkedHashMap<>();

  FlowAnswer(Home home) {
    this.home = home;
    answer.put("success", true);
    Map<String, Object> subject = new LinkedHashMap<>();
    if (home.systemOrNull() != null) {
      subject.put("systemId", home.systemOrNull().value());
    }
    home.composite().ifPresent(id -> subject.put("compositeId", id.value()));
    subject.put("timeZone", home.zone().getId());
    subject.put("lostMembers", home.lost());
    answer.put("subject", subject);
  }

  Map<String, Object> map() {
    return answer;
  }

  FlowAnswer with(LiveFlow live) {
    Map<String, Object> shape = new LinkedHashMap<>();
    put(shape, "oldest", iso(live.oldestOrNull()));
    Map<String, Object> watts = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      Double value = live.watts().get(part);
      put(watts, part.wireName(), value == null ? null : tenths(value));
    }
    shape.put("watts", watts);
    shape.put("incomplete", live.incomplete().stream().sorted().map(Part::wireName).toList());
    FlowMatrix matrix = live.matrixOrNull();
    if (matrix != null) {
      addMatrix(shape, matrix, "w", FlowAnswer::tenths);
    }
    Double charge = live.chargeOrNull();
    if (charge != null) {
      shape.put("stateOfCharge", tenths(charge));
      shape.put("socWeighting", live.isChargeByCapacity() ? "capacity" : "equal");
    }
    put(shape, "importPrice", live.importPriceOrNull());
    put(shape, "exportPrice", live.exportPriceOrNull());
    addLivePieces(shape, live);
    shape.put(
        "members",
        live.members().stream()
            .map(one -> member(one.system(), one.name(), one.lastUpdateOrNull(), one.late()))
            .toList());
    answer.put("live", shape);
    return this;
  }

  private void addLivePieces(Map<String, Object> shape, LiveFlow live) {
    Map<Integer, PartTotal> pieces = new LinkedHashMap<>();
    live.pieces().forEach((id, watts) -> pieces.put(id, new PartTotal(watts, 1, null)));
    addPieces(shape, pieces, live.watts().get(Part.LOAD), "w", one -> tenths(one.wattHours()));
  }

  FlowAnswer with(FlowRange range, @Nullable Double co2GramsPerKwh) {
    FlowSummary flow = range.flow();
    Map<String, Object> shape = new LinkedHashMap<>();
    put(shape, "from", iso(range.from()));
    put(shape, "to", iso(range.to()));
    shape.put("seconds", flow.seconds());
    shape.put("coveredS", flow.coveredSeconds());
    shape.put("estimatedS", flow.estimatedSeconds());
    shape.put("pendingDays", range.pendingDays());
    addMatrix(shape, flow.matrix(), "kWh", FlowAnswer::kilowattHours);
    Map<String, Object> parts = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      if (flow.part(part).coveredSeconds() > 0) {
        parts.put(part.wireName(), total(flow.part(part)));
      }
    }
    shape.put("parts", parts);
    PartTotal load = flow.part(Part.LOAD);
    addPieces(
        shape,
        flow.pieces(),
        load.coveredSeconds() > 0 ? (Double) load.wattHours() : null,
        "kWh",
        one -> kilowattHours(one.wattHours()));
    flow.selfConsumption().ifPresent(share -> shape.put("selfConsumption", share(share)));
    flow.selfSufficiency().ifPresent(share -> shape.put("selfSufficiency", share(share)));
    if (flow.charge().coveredSeconds() > 0) {
      shape.put(
          "stateOfCharge",
          Map.of(
              "min", tenths(flow.charge().min()),
              "mean", tenths(flow.charge().mean()),
              "max", tenths(flow.charge().max())));
    }
    if (co2GramsPerKwh != null) {
      shape.put("co2", co2(flow.matrix(), co2GramsPerKwh));
    }
    shape.put(
        "members",
        range.members().stream()
            .map(one -> member(one.system(), one.name(), one.heardUntilOrNull(), one.late()))
            .toList());
    answer.put("range", shape);
    return this;
  }

  private static Map<String, Object> co2(FlowMatrix matrix, double gramsPerKwh) {
    double kilograms = gramsPerKwh / 1_000;
    double own = matrix.at(Source.SOLAR, Sink.LOAD) + matrix.at(Source.BATTERY, Sink.LOAD);
    Map<String, Object> co2 = new LinkedHashMap<>();
    co2.put("gramsPerKwh", gramsPerKwh);
    co2.put("importedKg", rounded(matrix.given(Source.GRID) / 1_000 * kilograms, 1_000));
    co2.put("avoidedKg", rounded(own / 1_000 * kilograms, 1_000));
    return co2;
  }

  private static void addMatrix(
      Map<String, Object> shape, FlowMatrix matrix, String unit, ToDoubleFunction<Double> number) {
    Map<String, Object> sources = new LinkedHashMap<>();
    Map<String, Object> sinks = new LinkedHashMap<>();
    List<Map<String, Object>> flows = new ArrayList<>();
    for (Sink sink : Sink.values()) {
      sinks.put(sink.wireName(), number.applyAsDouble(matrix.taken(sink)));
    }
    for (Source source : Source.values()) {
      sources.put(source.wireName(), number.applyAsDouble(matrix.given(source)));
      for (Sink sink : Sink.values()) {
        double value = number.applyAsDouble(matrix.at(source, sink));
        if (value != 0) {
          Map<String, Object> flow = new LinkedHashMap<>();
          flow.put("from", source.wireName());
          flow.put("to", sink.wireName());
          flow.put(unit, value);
          flows.add(flow);
        }
      }
    }
    shape.put("sources", sources);
    shape.put("sinks", sinks);
    shape.put("flows", flows);
  }

  /** Arrays and circuits, and what no circuit took of the load: below zero when they disagree. */
  private void addPieces(
      Map<String, Object> shape,
      Map<Integer, PartTotal> pieces,
      @Nullable Double load,
      String unit,
      ToDoubleFunction<PartTotal> number) {
    List<Map<String, Object>> arrays = new ArrayList<>();
    List<Map<String, Object>> circuits = new ArrayList<>();
    double inCircuits = 0;
    for (BoundPoint point :
        home.members().stream().flatMap(member -> member.points().stream()).toList()) {
      PartTotal total = pieces.get(point.pointId());
      if (total == null) {
        continue;
      }
      Map<String, Object> piece = new LinkedHashMap<>();
      piece.put("systemId", point.member());
      piece.put("name", home.names().points().getOrDefault(point.pointId(), point.group()));
      piece.put(unit, number.applyAsDouble(total));
      boolean isCircuit = point.role() == Role.SUB_CIRCUIT;
      (isCircuit ? circuits : arrays).add(piece);
      inCircuits += isCircuit ? total.wattHours() : 0;
    }
    shape.put("subArrays", arrays);
    shape.put("subCircuits", circuits);
    if (load != null && !circuits.isEmpty()) {
      shape.put("restOfHouse", number.applyAsDouble(new PartTotal(load - inCircuits, 1, null)));
    }
  }

  private static Map<String, Object> total(PartTotal total) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("kWh", kilowattHours(total.wattHours()));
    shape.put("coveredS", total.coveredSeconds());
    shape.put("averageW", tenths(total.wattHours() * 3_600 / total.coveredSeconds()));
    Double peak = total.peakWattsOrNull();
    put(shape, "peakW", peak == null ? null : tenths(peak));
    return shape;
  }

  private Map<String, Object> member(
      int system, String name, @Nullable Instant heard, boolean late) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("systemId", system);
    shape.put("name", name);
    put(shape, "heardUntil", iso(heard));
    shape.put("late", late);
    return shape;
  }

  private @Nullable String iso(@Nullable Instant time) {
    ZoneId zone = home.zone();
    return time == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone).toOffsetDateTime());
  }

  private static void put(Map<String, Object> shape, String name, @Nullable Object value) {
    if (value != null) {
      shape.put(name, value);
    }
  }

  private static double kilowattHours(double wattHours) {
    return rounded(wattHours / 1_000, 1_000_000);
  }

  private static double tenths(double value) {
    return rounded(value, 10);
  }

  private static double share(double value) {
    return rounded(value, 10_000);
  }

  private static double rounded(double value, double steps) {
    return Math.round(value * steps) / steps;
  }
}
