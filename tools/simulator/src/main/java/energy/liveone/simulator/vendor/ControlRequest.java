package energy.liveone.simulator.vendor;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the control API.
 *
 * @param segments the path below {@code /control}, or below {@code /control/<vendor>} for a
 *     vendor's own controls
 * @param body empty object when there was none
 */
public record ControlRequest(
    String method, List<String> segments, Map<String, String> parameters, JsonObject body) {

  public ControlRequest {
    segments = List.copyOf(segments);
    parameters = Map.copyOf(parameters);
  }

  /** The same request without its first path segment. */
  public ControlRequest below() {
    return new ControlRequest(method, segments.subList(1, segments.size()), parameters, body);
  }

  /** Method and first segment, by which controls are told apart; e.g. {@code "GET clock"}. */
  public String route() {
    return method + " " + (segments.isEmpty() ? "" : segments.get(0));
  }

  /** The path segment at this place. */
  public Optional<String> segment(int index) {
    return index < segments.size() ? Optional.of(segments.get(index)) : Optional.empty();
  }

  /** Value of a query parameter. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
