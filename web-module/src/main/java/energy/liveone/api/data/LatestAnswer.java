package energy.liveone.api.data;

import energy.liveone.composite.Composite;
import energy.liveone.flowledger.LiveFlow;
import energy.liveone.flowledger.LiveFlow.LiveMember;
import energy.liveone.history.PointLatest;
import energy.liveone.history.SystemLatest;
import energy.liveone.history.SystemOverview;
import energy.liveone.system.Alias;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code GET /api/data/latest}. Absent parts are left out. With several systems the
 * keys are {@code <systemId>.<pointKey>} and {@code metadata.systems} has one entry per system.
 */
public record LatestAnswer(
    boolean success,
    Map<String, LatestValue> data,
    @JsonbProperty("metadata") @Nullable Map<String, Object> metadataOrNull) {

  /** One value, at its device time in epoch seconds. */
  public record LatestValue(double value, long timestamp, String unit) {}

  static LatestAnswer of(List<SystemLatest> systems, List<SystemOverview> overviews) {
    Map<String, LatestValue> data = new LinkedHashMap<>();
    addMembers(data, systems, systems.size() > 1);
    return new LatestAnswer(true, data, metadata(overviews));
  }

  /**
   * A composite: its own values, each as old as the oldest that is in it, then those of the members
   * that the caller may see by themselves. A value that a late member belongs to is left out.
   */
  static LatestAnswer of(
      Composite composite, LiveFlow live, List<SystemLatest> members, boolean wantsMetadata) {
    Map<String, LatestValue> data = new LinkedHashMap<>();
    Instant oldest = live.oldestOrNull();
    if (oldest != null) {
      CompositeValues.of(live)
          .forEach(
              (key, value) ->
                  data.put(
                      key,
                      new LatestValue(value, oldest.getEpochSecond(), CompositeValues.unit(key))));
    }
    addMembers(data, members, true);
    return new LatestAnswer(true, data, wantsMetadata ? metadata(composite, live) : null);
  }

  private static Map<String, Object> metadata(Composite composite, LiveFlow live) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("compositeId", composite.id().value());
    metadata.put("slug", composite.settings().slug().value());
    metadata.put("displayName", composite.settings().name());
    metadata.put("displayTimezone", composite.settings().zone().getId());
    Instant oldest = live.oldestOrNull();
    if (oldest != null) {
      metadata.put("oldest", oldest.getEpochSecond());
    }
    metadata.put(
        "lateSystemIds",
        live.members().stream().filter(LiveMember::late).map(LiveMember::system).toList());
    metadata.put("lostMembers", composite.lost());
    return metadata;
  }

  private static void addMembers(
      Map<String, LatestValue> data, List<SystemLatest> systems, boolean prefixed) {
    for (SystemLatest system : systems) {
      String prefix = prefixed ? system.system() + "." : "";
      for (PointLatest point : system.points()) {
        point
            .latest()
            .ifPresent(
                latest ->
                    data.put(
                        prefix + point.key(),
                        new LatestValue(latest.value(), latest.epochSecond(), point.unit())));
      }
    }
  }

  private static @Nullable Map<String, Object> metadata(List<SystemOverview> overviews) {
    if (overviews.isEmpty()) {
      return null;
    }
    if (overviews.size() == 1) {
      return metadata(overviews.get(0));
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("systems", overviews.stream().map(LatestAnswer::metadata).toList());
    overviews.stream()
        .map(SystemOverview::lastUpdateOrNull)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .ifPresent(newest -> metadata.put("lastUpdate", newest.getEpochSecond()));
    return metadata;
  }

  private static Map<String, Object> metadata(SystemOverview system) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("systemId", system.id().value());
    metadata.put("displayName", system.displayName());
    system.alias().map(Alias::value).ifPresent(alias -> metadata.put("alias", alias));
    metadata.put("vendorType", system.vendorType().value());
    metadata.put("displayTimezone", system.displayTimezone().getId());
    metadata.put("health", system.health().wireName());
    system.lastUpdate().ifPresent(last -> metadata.put("lastUpdate", last.getEpochSecond()));
    return metadata;
  }
}
