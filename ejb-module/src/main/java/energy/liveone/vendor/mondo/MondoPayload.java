package energy.liveone.vendor.mondo;

import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The documents of Mondo's API as they come; what is missing or no number is absent. */
sealed interface MondoPayload {
  /** Ids become paths and vendor fields. */
  Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

  int MAX_NAME = 80;

  /**
   * The circuits of a group.
   *
   * @param rows in the vendor's order, one per id
   */
  record Rows(List<Row> rows) implements MondoPayload {}

  /** Something else; {@code reason} is plain words without any of the text. */
  record Unusable(String reason) implements MondoPayload {}

  /**
   * One circuit.
   *
   * @param id the monitoring point
   * @param name as its owner calls it
   * @param loadType as on the wire, possibly empty
   * @param watts {@code energyNowW}, which is power
   * @param counterWh {@code totalEnergyWh}
   */
  record Row(
      String id, String name, String loadType, OptionalDouble watts, OptionalDouble counterWh) {}

  /** Reads the answer of {@code /subcircuit/{groupId}}. */
  static MondoPayload rows(String body) {
    return JsonParse.of(body)
        .fold(
            read -> rows(read.fields()),
            malformed ->
                new Unusable(
                    body.stripLeading().startsWith("<")
                        ? "A web page came in place of data"
                        : malformed.reason()));
  }

  private static MondoPayload rows(JsonFields document) {
    if (!document.isArray("rows")) {
      return new Unusable("The data has no rows");
    }
    Map<String, Row> byId = new LinkedHashMap<>();
    document.objects("rows").stream()
        .flatMap(row -> row(row).stream())
        .forEach(row -> byId.putIfAbsent(row.id(), row));
    return new Rows(List.copyOf(byId.values()));
  }

  private static Optional<Row> row(JsonFields row) {
    return row.text("monitoringPointId")
        .filter(id -> ID.matcher(id).matches())
        .map(
            id ->
                new Row(
                    id,
                    row.text("monitoringPointName")
                        .map(MondoPayload::name)
                        .orElse("Circuit " + id.substring(0, Math.min(8, id.length()))),
                    row.text("loadType").orElse(""),
                    row.number("energyNowW"),
                    row.number("totalEnergyWh")));
  }

  private static String name(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return plain.length() <= MAX_NAME ? plain : plain.substring(0, MAX_NAME);
  }

  /**
   * The live values of a site, all of one moment that is minutes old.
   *
   * @param recorded that moment
   * @param demandKw consumption
   * @param suppliedKw solar, generator and grid together; absent when one of them is
   * @param socPercent state of charge
   */
  record Widget(
      Instant recorded,
      OptionalDouble demandKw,
      OptionalDouble suppliedKw,
      OptionalDouble socPercent) {}

  /** Reads the answer of {@code /liveusage/widget/{groupId}}; empty without a usable time. */
  static Optional<Widget> widget(String body) {
    return JsonParse.of(body).fold(read -> widget(read.fields()), malformed -> Optional.empty());
  }

  private static Optional<Widget> widget(JsonFields document) {
    Optional<JsonFields> live = document.object("liveUsageData");
    return document
        .text("lastRecordedUtc")
        .flatMap(MondoPayload::utc)
        .map(
            recorded ->
                new Widget(
                    recorded,
                    document.number("demand"),
                    live.map(MondoPayload::supplied).orElse(OptionalDouble.empty()),
                    live.flatMap(all -> all.object("battery"))
                        .map(battery -> battery.number("stateOfCharge"))
                        .orElse(OptionalDouble.empty())));
  }

  private static OptionalDouble supplied(JsonFields live) {
    double sum = 0;
    for (String name : List.of("solar", "grid")) {
      OptionalDouble value =
          live.object(name).map(unit -> unit.number("value")).orElse(OptionalDouble.empty());
      if (value.isEmpty()) {
        return value;
      }
      sum += value.getAsDouble();
    }
    // Most sites have no generator at all.
    return OptionalDouble.of(
        sum + live.object("generator").map(unit -> unit.number("value").orElse(0)).orElse(0.0));
  }

  /** The field says that it is UTC; without an offset it is believed. */
  private static Optional<Instant> utc(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException withoutOffset) {
      try {
        return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException noTime) {
        return Optional.empty();
      }
    }
  }

  /**
   * Reads a list of {@code {id, name}}: organisations or groups.
   *
   * @return empty when it is no list
   */
  static Optional<List<DiscoveredSite>> named(String body) {
    return JsonParse.ofArray(body, "all")
        .fold(
            read ->
                Optional.of(
                    read.fields().objects("all").stream()
                        .flatMap(element -> named(element).stream())
                        .toList()),
            malformed -> Optional.empty());
  }

  private static Optional<DiscoveredSite> named(JsonFields element) {
    return element
        .text("id")
        .filter(id -> ID.matcher(id).matches())
        .map(id -> new DiscoveredSite(id, element.text("name").map(MondoPayload::name).orElse(id)));
  }

  default <R> R fold(Function<Rows, R> rows, Function<Unusable, R> unusable) {
    if (this instanceof Rows r) {
      return rows.apply(r);
    }
    return unusable.apply((Unusable) this);
  }
}
