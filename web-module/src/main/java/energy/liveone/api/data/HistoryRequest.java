package energy.liveone.api.data;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.history.HistoryQuery;
import energy.liveone.history.HistoryWindow;
import energy.liveone.history.RangeName;
import energy.liveone.history.Resolution;
import energy.liveone.history.ResolutionChoice;
import energy.liveone.history.SeriesField;
import energy.liveone.point.PointKey;
import energy.liveone.system.SystemId;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From the query of a URL to the query of a time series. */
final class HistoryRequest {
  private static final int FEWEST_ROWS = 10;
  private static final int MOST_ROWS = 100_000;

  private HistoryRequest() {}

  /**
   * Reads a query.
   *
   * @param members the systems of a composite that is named by its slug
   */
  static HistoryQuery parse(
      QueryParameters query, Function<QueryParameters, List<SystemId>> members, Instant now) {
    List<String> named = named(query);
    if (named.isEmpty()) {
      throw ApiProblem.missing("systemIds");
    }
    List<SystemId> systems =
        CompositeNames.isOne(named) ? members.apply(query) : SystemIds.of(named);
    List<PointKey> points =
        required(query, "pointKeys").stream().map(HistoryRequest::pointKey).toList();
    HistoryWindow window = window(query, now);
    Resolution resolution = resolution(query, window);
    Set<SeriesField> fields = fields(query.list("fields"));
    if (resolution == Resolution.RAW && !fields.isEmpty()) {
      throw ApiProblem.invalid("fields", "Raw readings have no fields");
    }
    if (resolution != Resolution.FIVE_MINUTES
        && fields.stream().anyMatch(SeriesField::isOfFiveMinutes)) {
      throw ApiProblem.invalid("fields", "Only 5-minute rows have quality and durationS");
    }
    HistoryQuery parsed = new HistoryQuery(systems, points, window, resolution, fields);
    if (!ResolutionChoice.isBearable(parsed)) {
      throw ApiProblem.invalid(
          "aggregation", "Too many values; ask for a coarser aggregation or a shorter range");
    }
    return parsed;
  }

  /** How many rows the answer has at most; empty for all. */
  static Optional<Integer> mostRows(QueryParameters query) {
    return query.integer("maxRows", FEWEST_ROWS, MOST_ROWS);
  }

  private static List<String> required(QueryParameters query, String name) {
    List<String> elements = query.list(name);
    if (elements.isEmpty()) {
      throw ApiProblem.missing(name);
    }
    return elements;
  }

  static PointKey pointKey(String text) {
    if (!PointKey.isValid(text)) {
      throw ApiProblem.invalid("pointKeys", "Not a point key");
    }
    return new PointKey(text);
  }

  /** What the query names: a slug or ids. */
  static List<String> named(QueryParameters query) {
    return query.text("composite").isPresent() && query.text("systemIds").isEmpty()
        ? query.list("composite")
        : query.list("systemIds");
  }

  static Resolution resolution(QueryParameters query, HistoryWindow window) {
    return query
        .text("aggregation")
        .map(HistoryRequest::resolution)
        .orElseGet(() -> ResolutionChoice.suiting(window));
  }

  static Resolution resolution(String text) {
    return Resolution.ofWireName(text)
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "aggregation", "aggregation must be one of " + names(Resolution.values())));
  }

  private static String names(Resolution[] resolutions) {
    return Arrays.stream(resolutions).map(Resolution::wireName).collect(Collectors.joining(", "));
  }

  static HistoryWindow window(QueryParameters query, Instant now) {
    Optional<String> range = query.text("range");
    Optional<Instant> from = query.time("from");
    Optional<Instant> to = query.time("to");
    if (range.isPresent() && (from.isPresent() || to.isPresent())) {
      throw ApiProblem.invalid("range", "Give either range or from and to");
    }
    if (range.isPresent()) {
      return HistoryWindow.of(rangeName(range.get()), now);
    }
    Instant begin = from.orElseThrow(() -> ApiProblem.missing(to.isPresent() ? "from" : "range"));
    Instant end = to.orElse(now);
    if (!begin.isBefore(end)) {
      throw ApiProblem.invalid("from", "from must be before to");
    }
    try {
      return HistoryWindow.between(begin, end);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.invalid("from", String.valueOf(e.getMessage()));
    }
  }

  private static RangeName rangeName(String text) {
    return RangeName.ofWireName(text)
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "range",
                    "range must be one of "
                        + Arrays.stream(RangeName.values())
                            .map(RangeName::wireName)
                            .collect(Collectors.joining(", "))));
  }

  static Set<SeriesField> fields(List<String> names) {
    EnumSet<SeriesField> fields = EnumSet.noneOf(SeriesField.class);
    for (String name : names) {
      fields.add(
          SeriesField.ofWireName(name)
              .filter(field -> field != SeriesField.VALUE)
              .orElseThrow(() -> ApiProblem.invalid("fields", "Unknown field")));
    }
    return fields;
  }
}
