package energy.liveone.web.chart;

import energy.liveone.history.Resolution;
import energy.liveone.web.live.LivePanel;
import energy.liveone.web.words.InlineJson;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * What a page shows a chart of.
 *
 * @param subject as queries of the API name it: {@code systemId=7}
 * @param zone of its days
 */
public record ChartSite(String subject, String zone, LivePanel panel) {
  /** JSON for {@code <script type="application/json" id="site">}. */
  public String json(ChartPeriod period, JsonObjectBuilder historical) {
    JsonObjectBuilder powers = Json.createObjectBuilder();
    panel.powerKeys().forEach((role, key) -> powers.add(role.wireName(), key));
    JsonObjectBuilder energies = Json.createObjectBuilder();
    panel.energyKeys().forEach((flow, key) -> energies.add(flow.wireName(), key));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("subject", subject)
            .add("zone", zone)
            .add("range", period.range().wireName())
            .add("powers", powers)
            .add("energies", energies)
            .add("historical", historical);
    panel.socKey().ifPresentOrElse(key -> json.add("soc", key), () -> json.addNull("soc"));
    Instant end = period.endOrNull();
    if (end == null) {
      json.addNull("end");
    } else {
      json.add("end", end.getEpochSecond());
    }
    return InlineJson.of(json.build());
  }

  /** Rows in the shape of the API's answer. */
  public static JsonObjectBuilder historical(
      JsonArrayBuilder rows, ChartPeriod period, Resolution resolution) {
    return Json.createObjectBuilder()
        .add("data", rows)
        .add(
            "metadata",
            Json.createObjectBuilder()
                .add("range", period.range().wireName())
                .add("aggregation", resolution.wireName()));
  }
}
