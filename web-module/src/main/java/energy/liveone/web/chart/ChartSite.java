package energy.liveone.web.chart;

import energy.liveone.point.PointKey;
import energy.liveone.web.live.LivePanel;
import energy.liveone.web.words.InlineJson;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a page shows a chart of.
 *
 * @param subject as queries of the API name it: {@code systemId=7}
 * @param zone of its days
 * @param choice points that a reader can have drawn by themselves; none for composites
 * @param chosen those of them that the address names; none for the chart of the whole
 */
public record ChartSite(
    String subject, String zone, LivePanel panel, List<Choice> choice, List<PointKey> chosen) {
  /**
   * A point to choose.
   *
   * @param style the class of its dot
   */
  public record Choice(PointKey key, String label, String unit, String style) {}

  /** The chart of the whole alone. */
  public ChartSite(String subject, String zone, LivePanel panel) {
    this(subject, zone, panel, List.of(), List.of());
  }

  /** JSON for {@code <script type="application/json" id="site">}. */
  public String json(ChartPeriod period, JsonObjectBuilder historical) {
    JsonObjectBuilder powers = Json.createObjectBuilder();
    panel.powerKeys().forEach((role, key) -> powers.add(role.wireName(), key));
    JsonObjectBuilder energies = Json.createObjectBuilder();
    JsonObjectBuilder today = Json.createObjectBuilder();
    panel
        .energyKeys()
        .forEach(
            (flow, key) -> {
              energies.add(flow.wireName(), key);
              today.add(flow.wireName(), panel.isDrawnFromEnergies() ? flow.ofHome().key() : key);
            });
    JsonObjectBuilder prices = Json.createObjectBuilder();
    panel.priceKeys().forEach((price, key) -> prices.add(price.wireName(), key));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("subject", subject)
            .add("zone", zone)
            .add("weekStart", panel.clock().texts().weekStart().getValue())
            .add("powers", powers)
            .add("energies", energies)
            .add("today", today)
            .add("prices", prices)
            .add("drawnFromEnergies", panel.isDrawnFromEnergies())
            .add("choice", choices())
            .add("historical", historical);
    panel.socKey().ifPresentOrElse(key -> json.add("soc", key), () -> json.addNull("soc"));
    addState(json, period);
    return InlineJson.of(json.build());
  }

  /** The period of the first rows, as the scripts keep it. */
  private void addState(JsonObjectBuilder json, ChartPeriod period) {
    Instant end = period.endOrNull();
    LocalDate on = period.onOrNull();
    json.add("range", period.range().wireName()).add("step", period.step().wireName());
    if (end == null) {
      json.addNull("end");
    } else {
      json.add("end", end.getEpochSecond());
    }
    if (on == null) {
      json.addNull("on");
    } else {
      json.add("on", on.toString());
    }
    JsonArrayBuilder points = Json.createArrayBuilder();
    chosen.forEach(key -> points.add(key.value()));
    json.add("points", points);
  }

  private JsonArrayBuilder choices() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Choice one : choice) {
      all.add(
          Json.createObjectBuilder()
              .add("key", one.key().value())
              .add("label", one.label())
              .add("unit", one.unit())
              .add("style", one.style()));
    }
    return all;
  }

  /** Rows in the shape of the API's answer. */
  public static JsonObjectBuilder historical(JsonArrayBuilder rows, ChartPeriod period) {
    return Json.createObjectBuilder()
        .add("data", rows)
        .add(
            "metadata",
            Json.createObjectBuilder()
                .add("aggregation", period.step().resolution().wireName())
                .add("bucketS", 0));
  }
}
