package energy.liveone.reading;

import energy.liveone.aggregate.Sample;
import energy.liveone.reading.LatestSnapshot.TimedValue;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/**
 * A snapshot in the one form in which it is stored and cached. It is written with every poll and
 * read much less often, so it is made once for both.
 *
 * @param points <code>{"point_id":[t,value],…}</code>
 */
record LatestText(int system, long version, long newestEpochSecond, String points) {
  private static final int CHARS_A_POINT = 36;

  /** Kept, because finding the JSON provider anew costs more than reading a snapshot. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  static LatestText of(SystemWindow window) {
    StringBuilder json = new StringBuilder(window.points().size() * CHARS_A_POINT + 2).append('{');
    window
        .points()
        .forEach(
            (point, own) -> {
              Sample newest = own.newest();
              if (newest != null) {
                json.append(json.length() > 1 ? ",\"" : "\"").append((int) point).append("\":[");
                json.append(newest.t()).append(',').append(newest.value()).append(']');
              }
            });
    return new LatestText(
        window.system(), window.version(), window.newestEpochSecond(), json.append('}').toString());
  }

  /** What the cache holds; {@link #ofEntry} reads it. */
  String entry() {
    return version + " " + newestEpochSecond + " " + points;
  }

  static LatestText ofEntry(int system, String entry) {
    int first = entry.indexOf(' ');
    int second = entry.indexOf(' ', first + 1);
    return new LatestText(
        system,
        Long.parseLong(entry, 0, first, 10),
        Long.parseLong(entry, first + 1, second, 10),
        entry.substring(second + 1));
  }

  LatestSnapshot snapshot() {
    Map<Integer, TimedValue> values = new HashMap<>();
    try (JsonReader reader = READERS.createReader(new StringReader(points))) {
      reader
          .readObject()
          .forEach(
              (point, pair) -> {
                JsonArray array = pair.asJsonArray();
                values.put(
                    Integer.valueOf(point),
                    new TimedValue(
                        array.getJsonNumber(0).longValue(), array.getJsonNumber(1).doubleValue()));
              });
    }
    return new LatestSnapshot(system, version, newestEpochSecond, values);
  }
}
