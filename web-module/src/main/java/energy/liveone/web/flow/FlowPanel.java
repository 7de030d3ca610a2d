package energy.liveone.web.flow;

import energy.liveone.flow.FlowMatrix;
import energy.liveone.flow.Sink;
import energy.liveone.flow.Source;
import energy.liveone.web.words.InlineJson;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The flow of one system: now in W, over a period in kWh. */
public record FlowPanel(FlowSide live, FlowSide range, PeriodStats stats) {
  /** Both, in the order in which they are shown. */
  public List<FlowSide> sides() {
    return List.of(live, range);
  }

  /** What scripts draw first: the flows in the shape of the API's answer. */
  public String json() {
    return InlineJson.of(
        Json.createObjectBuilder()
            .add("live", shape(live, "w"))
            .add("range", shape(range, "kWh"))
            .build());
  }

  private static JsonObjectBuilder shape(FlowSide side, String unit) {
    JsonObjectBuilder shape = Json.createObjectBuilder();
    FlowMatrix matrix = side.matrixOrNull();
    if (matrix == null) {
      return shape;
    }
    JsonArrayBuilder flows = Json.createArrayBuilder();
    for (Source source : Source.values()) {
      for (Sink sink : Sink.values()) {
        double amount = side.amount(matrix.at(source, sink));
        if (amount > 0) {
          flows.add(
              Json.createObjectBuilder()
                  .add("from", source.wireName())
                  .add("to", sink.wireName())
                  .add(unit, Math.round(amount * 1_000) / 1_000.0));
        }
      }
    }
    return shape.add("flows", flows);
  }
}
