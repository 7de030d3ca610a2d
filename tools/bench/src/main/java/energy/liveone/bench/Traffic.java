package energy.liveone.bench;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a page has got over the network since the last start, headers included, and what its console
 * tells of errors. What came from the browser's cache counts nothing.
 */
final class Traffic {
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, Long> bytes = new HashMap<>();
  private final List<String> errors = new ArrayList<>();

  synchronized void restart() {
    kinds.clear();
    bytes.clear();
    errors.clear();
  }

  /** Takes an event of a tab. */
  synchronized void take(String event, JsonObject what) {
    switch (event) {
      case "Network.requestWillBeSent" ->
          kinds.put(what.getString("requestId"), what.getString("type", "Other"));
      case "Network.responseReceived" -> add(what, encoded(what.getJsonObject("response")));
      case "Network.dataReceived" -> add(what, encoded(what));
      // The sum of all, which streams do not live to see.
      case "Network.loadingFinished" -> bytes.put(what.getString("requestId"), encoded(what));
      case "Runtime.exceptionThrown" ->
          errors.add(what.getJsonObject("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> addError(what.getString("type"), what);
      case "Log.entryAdded" ->
          addError(what.getJsonObject("entry").getString("level"), what.getJsonObject("entry"));
      default -> {
        // of no interest
      }
    }
  }

  private static long encoded(JsonObject what) {
    return what.getJsonNumber("encodedDataLength").longValue();
  }

  private void add(JsonObject what, long length) {
    bytes.merge(what.getString("requestId"), length, Long::sum);
  }

  private void addError(String level, JsonObject what) {
    if (level.equals("error")) {
      errors.add(what.toString());
    }
  }

  synchronized double kilobytes() {
    return bytes.values().stream().mapToLong(Long::longValue).sum() / 1e3;
  }

  synchronized List<String> errors() {
    return List.copyOf(errors);
  }

  /** Kilobytes by kind of request, for people. */
  synchronized String byKind() {
    Map<String, Double> sums = new TreeMap<>();
    bytes.forEach(
        (request, length) ->
            sums.merge(kinds.getOrDefault(request, "Other"), length / 1e3, Double::sum));
    List<String> parts = new ArrayList<>();
    sums.forEach((kind, sum) -> parts.add("%s %.1f kB".formatted(kind, sum)));
    return String.join(", ", parts);
  }
}
