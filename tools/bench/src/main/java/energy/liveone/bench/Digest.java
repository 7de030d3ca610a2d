package energy.liveone.bench;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;

/**
 * What an answer holds, short enough to compare: how many values, and a sum in which each counts
 * with its time.
 */
final class Digest {
  private static final double TOLERANCE = 1e-9;
  private static final Set<String> SUN_GOES_TO = Set.of("load", "battery", "grid");

  private int values;
  private double sum;

  void add(long time, double value) {
    values++;
    sum += value * (1 + time % 86_413 / 86_413.0);
  }

  /** To a watt-hour of energy in kWh, since answers are rounded, and leave out what is nothing. */
  void addRounded(double kilowattHours) {
    long wattHours = Math.round(kilowattHours * 1_000);
    if (wattHours != 0) {
      add(0, wattHours / 1_000.0);
    }
  }

  /** Where the sun's energy went. */
  static Digest ofFlow(JsonObject answer) {
    Digest digest = new Digest();
    for (JsonObject flow :
        answer.getJsonObject("range").getJsonArray("flows").getValuesAs(JsonObject.class)) {
      if (flow.getString("from").equals("solar") && SUN_GOES_TO.contains(flow.getString("to"))) {
        digest.addRounded(flow.getJsonNumber("kWh").doubleValue());
      }
    }
    return digest;
  }

  boolean isLike(Digest other) {
    return values == other.values
        && Math.abs(sum - other.sum) <= TOLERANCE * Math.max(1, Math.abs(sum));
  }

  int values() {
    return values;
  }

  static Digest ofHistory(JsonObject answer) {
    Digest digest = new Digest();
    for (JsonObject row : answer.getJsonArray("data").getValuesAs(JsonObject.class)) {
      long time = row.getJsonNumber("timestamp").longValue();
      for (Map.Entry<String, JsonValue> entry : row.entrySet()) {
        if (!entry.getKey().equals("timestamp") && entry.getValue() instanceof JsonNumber value) {
          digest.add(time, value.doubleValue());
        }
      }
    }
    return digest;
  }

  static Digest ofLatest(JsonObject answer) {
    Digest digest = new Digest();
    for (JsonValue value : answer.getJsonObject("data").values()) {
      JsonObject latest = value.asJsonObject();
      digest.add(
          latest.getJsonNumber("timestamp").longValue(),
          latest.getJsonNumber("value").doubleValue());
    }
    return digest;
  }

  @Override
  public String toString() {
    return values + " values with the sum " + sum;
  }
}
