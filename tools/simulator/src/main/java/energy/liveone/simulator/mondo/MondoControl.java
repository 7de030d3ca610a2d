package energy.liveone.simulator.mondo;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.mondo.MondoCircuit.Flow;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Orders of a test: accounts with groups, and circuits that come, go and change their names. */
final class MondoControl {

  private static final int MAX_GROUPS = 1_000;
  private static final int MAX_LATENCY_MS = 60_000;

  private final MondoEstate estate;

  MondoControl(MondoEstate estate) {
    this.estate = estate;
  }

  ControlReply answer(ControlRequest request) {
    String thing = request.route() + request.segment(2).map(name -> " " + name).orElse("");
    return switch (thing) {
      case "POST accounts" -> addAccount(request.body());
      case "GET groups" -> ControlReply.ok(described(group(request)));
      case "POST groups circuits" -> addCircuit(group(request), request.body());
      case "PUT groups circuits" -> change(group(request), request);
      default ->
          throw ControlRefusal.notFound(
              "POST accounts, GET groups/{id}, POST groups/{id}/circuits,"
                  + " PUT groups/{id}/circuits/{circuit}");
    };
  }

  private MondoGroup group(ControlRequest request) {
    return request
        .segment(1)
        .flatMap(estate::group)
        .orElseThrow(() -> ControlRefusal.notFound("no such group"));
  }

  private ControlReply addAccount(JsonObject body) {
    String email = required(body, "email");
    String password = required(body, "password");
    int groups = ControlInput.integer(body, "groups", 0, MAX_GROUPS).orElse(1);
    int latency = ControlInput.integer(body, "latencyMs", 0, MAX_LATENCY_MS).orElse(0);
    MondoAccount account = estate.addAccount(email, password, groups, Duration.ofMillis(latency));
    return ControlReply.ok(
        JsonText.object()
            .add("email", email)
            .add("apiKey", account.apiKey())
            .add("groups", JsonText.array(account.groups())));
  }

  private static String required(JsonObject body, String name) {
    return ControlInput.text(body, name)
        .orElseThrow(() -> ControlRefusal.badRequest(name + " is missing"));
  }

  private static ControlReply addCircuit(MondoGroup group, JsonObject body) {
    String flow = ControlInput.text(body, "flow").orElse("load").toUpperCase(Locale.ROOT);
    try {
      MondoCircuit circuit =
          group.add(
              required(body, "name"),
              ControlInput.text(body, "loadType").orElse("Other"),
              Flow.valueOf(flow),
              ControlInput.number(body, "share", 0, 1).orElse(0.05));
      return ControlReply.ok(described(circuit));
    } catch (IllegalArgumentException unknown) {
      throw ControlRefusal.badRequest("flow must be solar, battery, hybrid, grid or load");
    }
  }

  private static ControlReply change(MondoGroup group, ControlRequest request) {
    String wanted = request.segment(3).orElse("");
    JsonObject body = request.body();
    Optional<String> name = ControlInput.text(body, "name");
    Optional<String> type = ControlInput.text(body, "loadType");
    Optional<Boolean> vanished = ControlInput.flag(body, "vanished");
    return group
        .change(
            wanted,
            circuit -> {
              MondoCircuit changed = name.map(circuit::renamed).orElse(circuit);
              changed = type.map(changed::typed).orElse(changed);
              return changed.reporting(!vanished.orElse(!changed.reporting()));
            })
        .map(circuit -> ControlReply.ok(described(circuit)))
        .orElseThrow(() -> ControlRefusal.notFound("no such circuit"));
  }

  private static JsonObjectBuilder described(MondoGroup group) {
    JsonArrayBuilder circuits = JsonText.array();
    group.circuits().forEach(circuit -> circuits.add(described(circuit)));
    return JsonText.object()
        .add("id", group.id())
        .add("name", group.name())
        .add("circuits", circuits);
  }

  private static JsonObjectBuilder described(MondoCircuit circuit) {
    return JsonText.object()
        .add("id", circuit.id())
        .add("name", circuit.name())
        .add("loadType", circuit.loadType())
        .add("vanished", !circuit.reporting());
  }
}
