package energy.liveone.api.stream;

import energy.liveone.reading.LatestSnapshot;
import energy.liveone.system.SystemId;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One open page and what it watches. Used by one thread at a time. */
public final class Watch {
  private static final int QUIET_TICKS = 15;

  /** Browsers drop events without data. */
  private static final String NOTHING = "-";

  private final SseEventSink sink;
  private final Sse sse;
  private final Map<String, List<SystemId>> subjects;
  private final Instant until;
  private final Map<SystemId, Long> versions = new HashMap<>();
  private int quiet;

  /**
   * Begins to watch.
   *
   * @param subjects as queries of the API name them, with the systems whose values they show
   */
  Watch(SseEventSink sink, Sse sse, Map<String, List<SystemId>> subjects, Instant until) {
    this.sink = sink;
    this.sse = sse;
    this.subjects = Map.copyOf(subjects);
    this.until = until;
  }

  Set<SystemId> systems() {
    return subjects.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /** Tells that it has begun; what is there already is no change. */
  void begin(Map<SystemId, LatestSnapshot> latest) {
    systems().forEach(system -> isNew(system, latest));
    send("ready", NOTHING);
  }

  /** Tells what changed since the last time. */
  void tell(Map<SystemId, LatestSnapshot> latest) {
    List<String> changed = new ArrayList<>();
    Set<SystemId> moved =
        systems().stream().filter(system -> isNew(system, latest)).collect(Collectors.toSet());
    subjects.forEach(
        (subject, systems) -> {
          if (systems.stream().anyMatch(moved::contains)) {
            changed.add(subject);
          }
        });
    if (!changed.isEmpty()) {
      quiet = 0;
      send("latest", String.join(" ", changed));
    } else if (++quiet >= QUIET_TICKS) {
      quiet = 0;
      send("quiet", NOTHING);
    }
  }

  private boolean isNew(SystemId system, Map<SystemId, LatestSnapshot> latest) {
    LatestSnapshot snapshot = latest.get(system);
    long version = snapshot == null ? 0 : snapshot.version();
    Long before = versions.put(system, version);
    return before != null && before != version;
  }

  private void send(String name, String data) {
    var unused = sink.send(sse.newEvent(name, data)).whenComplete((done, failure) -> end(failure));
  }

  private void end(Object failureOrNull) {
    if (failureOrNull != null) {
      close();
    }
  }

  boolean isOver(Instant now) {
    return sink.isClosed() || !now.isBefore(until);
  }

  void close() {
    if (!sink.isClosed()) {
      sink.close();
    }
  }
}
