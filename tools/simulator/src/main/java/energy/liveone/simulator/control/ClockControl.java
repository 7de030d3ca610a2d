package energy.liveone.simulator.control;

import energy.liveone.simulator.clock.VirtualClock;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads and sets the simulated time. */
final class ClockControl {

  private static final double TEN_YEARS_S = 10 * 366 * 86_400.0;

  private final VirtualClock clock;

  ClockControl(VirtualClock clock) {
    this.clock = clock;
  }

  ControlReply answer(ControlRequest request) {
    switch (request.method()) {
      case "GET" -> {}
      case "PUT" -> set(request.body());
      case "DELETE" -> clock.reset();
      default -> throw ControlRefusal.notFound("the clock knows GET, PUT and DELETE");
    }
    return shown();
  }

  private void set(JsonObject body) {
    Optional<Instant> now = ControlInput.instant(body, "now");
    Optional<Double> offset = ControlInput.number(body, "offsetSeconds", -TEN_YEARS_S, TEN_YEARS_S);
    Optional<Double> advance = ControlInput.number(body, "advanceSeconds", 0, TEN_YEARS_S);
    Optional<Double> speed =
        ControlInput.number(body, "speed", Double.MIN_VALUE, VirtualClock.MAX_SPEED);
    Optional<Boolean> frozen = ControlInput.flag(body, "frozen");
    if (now.isEmpty()
        && offset.isEmpty()
        && advance.isEmpty()
        && speed.isEmpty()
        && frozen.isEmpty()) {
      throw ControlRefusal.badRequest(
          "give some of now, offsetSeconds, advanceSeconds, speed, frozen");
    }
    now.ifPresent(ClockControl::check);
    offset.ifPresent(seconds -> check(clock.realInstant().plus(duration(seconds))));
    advance.ifPresent(seconds -> check(clock.instant().plus(duration(seconds))));
    // Stopped first, so that the time set is the time found, to the millisecond.
    frozen.ifPresent(clock::freeze);
    speed.ifPresent(clock::run);
    now.ifPresent(clock::set);
    offset.ifPresent(seconds -> clock.set(clock.realInstant().plus(duration(seconds))));
    advance.ifPresent(seconds -> clock.set(clock.instant().plus(duration(seconds))));
  }

  private static void check(Instant wanted) {
    if (wanted.isBefore(SiteModel.FIRST) || !wanted.isBefore(SiteModel.END)) {
      throw ControlRefusal.badRequest(
          "sites are simulated from " + SiteModel.FIRST + " to " + SiteModel.END);
    }
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  private ControlReply shown() {
    Instant real = clock.realInstant();
    Instant now = clock.instant();
    return ControlReply.ok(
        JsonText.object()
            .add("now", now.toString())
            .add("epochSecond", now.getEpochSecond())
            .add("realNow", real.toString())
            .add("offsetSeconds", Duration.between(real, now).toMillis() / 1_000.0)
            .add("speed", clock.speed())
            .add("frozen", clock.frozen()));
  }
}
