package energy.liveone.web.flow;

import energy.liveone.flow.FlowMatrix;
import energy.liveone.flow.Sink;
import energy.liveone.flow.Source;
import energy.liveone.web.number.Quantity;
import energy.liveone.web.words.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The flow of this moment or of a period, in numbers and words.
 *
 * @param name for scripts: {@code live} or {@code range}
 * @param unit W or kWh
 * @param title what it is the flow of
 * @param caption which period; empty for now
 * @param matrixOrNull in W, or in Wh for kWh; null when it cannot be told
 * @param note what is missing in it; empty when nothing is
 */
public record FlowSide(
    String name,
    String unit,
    String title,
    String caption,
    @Nullable FlowMatrix matrixOrNull,
    String note,
    Texts texts) {
  /** Smaller shares of the whole are neither drawn nor named. */
  private static final double WORTH = 0.005;

  private static final double WHOLE = 0.985;

  /** A figure with its explanation; {@code style} hides one that says nothing. */
  public record Figure(String key, String label, Quantity quantity, String words, String style) {}

  /** A row of the table: a source, or the totals. */
  public record Row(String label, String dotClass, List<Cell> cells) {}

  /** A cell of the table; {@code key} is its name for scripts. */
  public record Cell(String key, String text) {}

  private record Flow(Source source, Sink sink, double amount) {}

  /** What of a period is missing, in words; empty when it is whole. */
  static String coverage(int coveredSeconds, int seconds, boolean isPending, Texts texts) {
    if (isPending) {
      return texts.shared("flow.pending");
    }
    double share = seconds == 0 ? 1 : (double) coveredSeconds / seconds;
    return coveredSeconds == 0 || share >= WHOLE
        ? ""
        : texts.shared("flow.covered", texts.quantities().of(share * 100, "%").text());
  }

  /** An amount of the matrix in this side's unit. */
  double amount(double ofMatrix) {
    return unit.equals("kWh") ? ofMatrix / 1_000 : ofMatrix;
  }

  /** Whether anything flows. */
  public boolean drawn() {
    return !worthNaming().isEmpty();
  }

  /** Why nothing is drawn, and what to do about it. */
  public String message() {
    return drawn() ? "" : texts.shared("flow.none." + (matrixOrNull == null ? name : "flows"));
  }

  /** All flows in one sentence, the biggest first. */
  public String summary() {
    List<Flow> flows = worthNaming();
    return flows.isEmpty()
        ? message()
        : flows.stream().map(this::words).collect(Collectors.joining(", ")) + ".";
  }

  private String words(Flow flow) {
    return texts.shared(
        "flow.one",
        written(flow.amount()).text(),
        texts.shared("flow.from." + flow.source().wireName()),
        texts.shared("flow.to." + flow.sink().wireName()));
  }

  private List<Flow> worthNaming() {
    FlowMatrix matrix = matrixOrNull;
    if (matrix == null) {
      return List.of();
    }
    double total = total(matrix);
    return Stream.of(Source.values())
        .flatMap(
            source ->
                Stream.of(Sink.values())
                    .map(sink -> new Flow(source, sink, matrix.at(source, sink))))
        .filter(flow -> flow.amount() > 0 && flow.amount() >= total * WORTH)
        .sorted(Comparator.comparingDouble(Flow::amount).reversed())
        .toList();
  }

  /** Self-sufficiency, self-consumption, losses and what no meter explains. */
  public List<Figure> figures() {
    FlowMatrix matrix = matrixOrNull;
    if (matrix == null) {
      return Stream.of("own", "kept", "losses", "unaccounted")
          .map(key -> figure(key, Quantity.MISSING, key.equals("unaccounted")))
          .toList();
    }
    double load = matrix.taken(Sink.LOAD);
    double own = matrix.at(Source.SOLAR, Sink.LOAD) + matrix.at(Source.BATTERY, Sink.LOAD);
    double solar = matrix.given(Source.SOLAR);
    double kept = solar - matrix.at(Source.SOLAR, Sink.GRID);
    double unaccounted = matrix.given(Source.UNACCOUNTED);
    return List.of(
        figure("own", percent(own, load), false),
        figure("kept", percent(kept, solar), false),
        figure("losses", written(matrix.taken(Sink.LOSSES)), false),
        figure("unaccounted", written(unaccounted), !(unaccounted > load * WORTH)));
  }

  private Figure figure(String key, Quantity quantity, boolean isAbsent) {
    return new Figure(
        key,
        texts.text("flow.figure." + key),
        quantity,
        texts.text("flow.figure." + key + ".words"),
        isAbsent ? "is-absent" : "");
  }

  private Quantity percent(double some, double all) {
    return all > 0 ? texts.quantities().of(some / all * 100, "%") : Quantity.MISSING;
  }

  private Quantity written(double ofMatrix) {
    return texts.quantities().of(amount(ofMatrix), unit);
  }

  /** Names of the table's columns: the sinks, then the total. */
  public List<String> columns() {
    return Stream.concat(
            Stream.of(Sink.values()).map(sink -> texts.shared("flow.sink." + sink.wireName())),
            Stream.of(texts.text("flow.total")))
        .toList();
  }

  /** The whole matrix with its totals. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Source source : Source.values()) {
      String name = source.wireName();
      List<Cell> cells = new ArrayList<>();
      for (Sink sink : Sink.values()) {
        cells.add(cell(name + "/" + sink.wireName(), matrixOrNull, m -> m.at(source, sink)));
      }
      cells.add(cell(name + "/all", matrixOrNull, m -> m.given(source)));
      rows.add(new Row(texts.shared("flow.source." + name), "dot of-" + name, cells));
    }
    List<Cell> totals = new ArrayList<>();
    for (Sink sink : Sink.values()) {
      totals.add(cell("all/" + sink.wireName(), matrixOrNull, m -> m.taken(sink)));
    }
    totals.add(cell("all/all", matrixOrNull, FlowSide::total));
    rows.add(new Row(texts.text("flow.total"), "", totals));
    return rows;
  }

  private static double total(FlowMatrix matrix) {
    return Stream.of(Source.values()).mapToDouble(matrix::given).sum();
  }

  private Cell cell(String key, @Nullable FlowMatrix matrix, ToDoubleFunction<FlowMatrix> amount) {
    return new Cell(
        key,
        matrix == null ? Quantity.MISSING.text() : written(amount.applyAsDouble(matrix)).text());
  }
}
