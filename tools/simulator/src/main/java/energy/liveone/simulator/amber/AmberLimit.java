package energy.liveone.simulator.amber;

import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.Reply;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * So many calls per key in a window of virtual time. Whoever exceeds it is blocked for a whole
 * window, counted from the last call that was made. Safe for use by many threads.
 */
final class AmberLimit {

  private final Map<String, Deque<Instant>> calls = new HashMap<>();
  private final Map<String, Instant> blockedUntil = new HashMap<>();
  private boolean enabled = true;
  private boolean headers;
  private int allowed = 10;
  private Duration window = Duration.ofMinutes(5);

  /** Counts a call; the refusal when there have been too many. */
  synchronized Optional<Reply> refusal(String key, Instant now) {
    if (!enabled) {
      return Optional.empty();
    }
    Deque<Instant> recent = recent(key, now);
    boolean blocked = blockedUntil.getOrDefault(key, Instant.MIN).isAfter(now);
    if (!blocked && recent.size() < allowed) {
      recent.add(now);
      return Optional.empty();
    }
    blockedUntil.put(key, now.plus(window));
    Reply refusal = Reply.json(429, JsonText.object().add("message", "Too Many Requests").build());
    return Optional.of(withHeaders(refusal, 0, window));
  }

  /** Adds what is left, if the limit tells. */
  synchronized Reply told(Reply reply, String key, Instant now) {
    Deque<Instant> recent = recent(key, now);
    Instant oldest = recent.isEmpty() ? now : recent.getFirst();
    Duration reset = Duration.between(now, oldest.plus(window));
    return enabled ? withHeaders(reply, allowed - recent.size(), reset) : reply;
  }

  private Deque<Instant> recent(String key, Instant now) {
    Deque<Instant> recent = calls.computeIfAbsent(key, unused -> new ArrayDeque<>());
    // A clock that was set back leaves calls in the future; they are over as well.
    recent.removeIf(call -> !call.plus(window).isAfter(now) || call.isAfter(now));
    return recent;
  }

  private Reply withHeaders(Reply reply, int left, Duration reset) {
    if (!headers) {
      return reply;
    }
    return reply
        .with("RateLimit-Limit", Integer.toString(allowed))
        .with("RateLimit-Remaining", Integer.toString(left))
        .with("RateLimit-Reset", Long.toString(Math.max(0, reset.toSeconds())));
  }

  /** Takes in {@code enabled}, {@code calls}, {@code windowSeconds} and {@code headers}. */
  synchronized void set(JsonObject body) {
    enabled = ControlInput.flag(body, "enabled").orElse(enabled);
    headers = ControlInput.flag(body, "headers").orElse(headers);
    allowed = ControlInput.integer(body, "calls", 1, 1_000_000).orElse(allowed);
    ControlInput.integer(body, "windowSeconds", 1, 86_400)
        .ifPresent(seconds -> window = Duration.ofSeconds(seconds));
    calls.clear();
    blockedUntil.clear();
  }

  synchronized JsonObjectBuilder json() {
    return JsonText.object()
        .add("enabled", enabled)
        .add("calls", allowed)
        .add("windowSeconds", window.toSeconds())
        .add("headers", headers);
  }
}
