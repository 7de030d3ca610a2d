package energy.liveone.simulator.vendor;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.util.function.Consumer;

/** An answer of the control API: a document, or one written piece by piece because it is long. */
public sealed interface ControlReply {

  /** A document that fits into memory. */
  record Document(int status, JsonObject body) implements ControlReply {}

  /** A document that is written as it is computed; always status 200. */
  record Stream(Consumer<JsonGenerator> writer) implements ControlReply {}

  static ControlReply ok(JsonObjectBuilder body) {
    return new Document(200, body.build());
  }
}
