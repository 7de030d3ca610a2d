package energy.liveone.simulator.fault;

import energy.liveone.simulator.json.JsonText;
import java.time.Instant;
import java.util.List;

/** Faults as a test writes them. */
final class Faults {

  static final Instant SET_AT = Instant.parse("2026-11-23T02:00:10Z");

  private Faults() {}

  static List<Fault> of(String json) {
    return FaultJson.read(JsonText.parseObject(json).orElseThrow(), FaultName.common(), SET_AT);
  }

  static FaultView view(String json, CallKind kind) {
    return new FaultView(of(json), kind);
  }

  static FaultView view(String json) {
    return view(json, CallKind.DATA);
  }
}
