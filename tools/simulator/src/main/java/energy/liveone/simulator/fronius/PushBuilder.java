package energy.liveone.simulator.fronius;

import energy.liveone.simulator.fault.Fault;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.fault.WireFaults;
import energy.liveone.simulator.fronius.NativePowerFlow.Shape;
import energy.liveone.simulator.fronius.PushClient.Push;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;

/** Makes the push of a batch, with the faults of the moment in it. */
final class PushBuilder {

  private static final String WRONG_KEY = "lo_00000000000000000000000000000000";

  private PushBuilder() {}

  static Push push(SenderSettings settings, ZoneId zone, Batch batch, FaultView faults) {
    boolean keyRefused = settings.habits().wrongKey() || faults.strikes(FaultName.AUTH_FAIL);
    String key = keyRefused ? WRONG_KEY : settings.apiKey();
    Duration delay =
        faults
            .claim(FaultName.SLOW)
            .flatMap(Fault::number)
            .map(millis -> Duration.ofMillis(Math.round(millis)))
            .orElse(Duration.ZERO);
    Optional<Shape> shape = settings.habits().nativeShape();
    JsonObject body =
        shape
            .map(chosen -> NativePowerFlow.document(batch, zone, chosen))
            .orElseGet(
                () ->
                    FroniusBody.store(settings.siteId(), key, batch, settings.habits().allNull()));
    return new Push(
        target(settings),
        contentType(shape),
        shape.isPresent() ? basic(settings.siteId(), key) : null,
        text(body, faults),
        delay,
        faults.strikes(FaultName.DROP_CONNECTION));
  }

  private static URI target(SenderSettings settings) {
    return settings.habits().nativeShape().isEmpty()
        ? settings.target()
        : URI.create(settings.target() + "/native/" + settings.siteId());
  }

  /** A Datamanager declares a form although it sends JSON. */
  private static String contentType(Optional<Shape> shape) {
    return shape.equals(Optional.of(Shape.PUSH))
        ? "application/x-www-form-urlencoded"
        : "application/json";
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String text(JsonObject body, FaultView faults) {
    if (faults.strikes(FaultName.EMPTY_BODY)) {
      return "";
    }
    return faults.strikes(FaultName.HTML_INSTEAD_OF_JSON)
        ? WireFaults.HTML
        : new WireFaults(faults, FroniusBody::isReading).write(body);
  }
}
