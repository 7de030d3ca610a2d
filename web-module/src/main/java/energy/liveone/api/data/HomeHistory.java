package energy.liveone.api.data;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.flowledger.FlowSeries;
import energy.liveone.flowledger.FlowStep;
import energy.liveone.flowledger.Home;
import energy.liveone.flowledger.HomePoint;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.PeakKeeping;
import energy.liveone.history.PeakKeeping.Kept;
import energy.liveone.history.RangeName;
import energy.liveone.history.Resolution;
import energy.liveone.history.SeriesField;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A query for the time series of a composite itself, not of its members, or of a system as energy
 * flow sees it.
 *
 * @param resolution never raw: members meet on the 5-minute grid
 */
record HomeHistory(
    List<HomePoint> points,
    HistoryWindow window,
    Resolution resolution,
    Set<SeriesField> fields,
    Optional<Integer> mostRows) {
  private static final Set<SeriesField> KNOWN_FIELDS =
      EnumSet.of(SeriesField.COVERED_SECONDS, SeriesField.FLAGS);

  /**
   * The query, if it names a composite and only keys that composites have, or asks for a system's
   * best evidence.
   */
  static Optional<HomeHistory> parse(QueryParameters query, Instant now) {
    List<HomePoint> points =
        query.list("pointKeys").stream().flatMap(key -> HomePoint.ofKey(key).stream()).toList();
    boolean isOfAll = !points.isEmpty() && points.size() == query.list("pointKeys").size();
    boolean isMeant = query.text("compositeId").isPresent() || wantsBestEvidence(query);
    if (isMeant && !isOfAll) {
      throw ApiProblem.invalid("pointKeys", "Give keys that composites have");
    }
    if (!isOfAll || !(isMeant || CompositeNames.isOne(HistoryRequest.named(query)))) {
      return Optional.empty();
    }
    Set<SeriesField> fields = HistoryRequest.fields(query.list("fields"));
    if (!KNOWN_FIELDS.containsAll(fields)) {
      throw ApiProblem.invalid("fields", "Series of composites have coveredS and flags only");
    }
    HistoryWindow window = HistoryRequest.window(query, now);
    Resolution wanted = HistoryRequest.resolution(query, window);
    Resolution resolution = wanted == Resolution.RAW ? Resolution.FIVE_MINUTES : wanted;
    if (resolution != Resolution.DAILY
        && window.length().compareTo(FlowSeries.LONGEST_OF_INTERVALS) > 0) {
      throw ApiProblem.invalid(
          "aggregation", "Composites have intervals for at most 31 days; ask for daily");
    }
    return Optional.of(
        new HomeHistory(points, window, resolution, fields, HistoryRequest.mostRows(query)));
  }

  private static boolean wantsBestEvidence(QueryParameters query) {
    Optional<String> evidence = query.text("evidence");
    if (evidence.isPresent() && !evidence.get().equals("best")) {
      throw ApiProblem.invalid("evidence", "evidence can be best");
    }
    return evidence.isPresent();
  }

  /** The answer, in the shape of that of a system. */
  Map<String, Object> answer(Home home, List<FlowStep> all) {
    Kept kept = kept(all);
    List<Map<String, Object>> data = new ArrayList<>();
    for (FlowStep step : kept.rows().stream().mapToObj(all::get).toList()) {
      Map<String, Object> row = row(step, home.zone());
      if (!row.isEmpty()) {
        data.add(row);
      }
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("range", rangeOrNull());
    metadata.put("aggregation", resolution.wireName());
    metadata.put("pointCount", data.size());
    metadata.put("bucketS", kept.bucketSeconds());
    metadata.put("from", window.from().getEpochSecond());
    metadata.put("to", window.to().getEpochSecond());
    home.composite().ifPresent(id -> metadata.put("compositeId", id.value()));
    if (home.systemOrNull() != null) {
      metadata.put("systemIds", List.of(home.systemOrNull().value()));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("success", true);
    answer.put("data", data);
    answer.put("metadata", metadata);
    return answer;
  }

  private Kept kept(List<FlowStep> steps) {
    long[] times = steps.stream().mapToLong(step -> step.time().getEpochSecond()).toArray();
    double[][] columns =
        points.stream()
            .map(point -> steps.stream().mapToDouble(step -> point.in(step).orElse(Double.NaN)))
            .map(DoubleStream::toArray)
            .toArray(double[][]::new);
    return new PeakKeeping(times, columns).atMost(mostRows.orElse(Integer.MAX_VALUE));
  }

  /** Empty for a step without any of the values. */
  private Map<String, Object> row(FlowStep step, ZoneId zone) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("timestamp", step.time().getEpochSecond());
    if (resolution == Resolution.DAILY) {
      row.put("day", step.time().atZone(zone).toLocalDate().toString());
    }
    int named = row.size();
    for (HomePoint point : points) {
      point
          .in(step)
          .ifPresent(
              value -> {
                row.put(point.key(), rounded(value));
                putFields(point, step, row);
              });
    }
    return row.size() > named ? row : Map.of();
  }

  private void putFields(HomePoint point, FlowStep step, Map<String, Object> row) {
    if (fields.contains(SeriesField.COVERED_SECONDS)) {
      point
          .coveredSeconds(step)
          .ifPresent(covered -> row.put(name(point, SeriesField.COVERED_SECONDS), covered));
    }
    if (fields.contains(SeriesField.FLAGS)) {
      row.put(name(point, SeriesField.FLAGS), point.flags(step));
    }
  }

  private static String name(HomePoint point, SeriesField field) {
    return point.key() + "_" + field.wireName();
  }

  private @Nullable String rangeOrNull() {
    return window.name().map(RangeName::wireName).orElse(null);
  }

  /** To a thousandth of a watt or watt-hour, far below what meters know. */
  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
