package energy.liveone.flow;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The flow over some time: a slot, a day, a year. Adding up summaries of times that follow each
 * other gives that of the whole.
 *
 * @param seconds length of the time
 * @param coveredSeconds of these the matrix speaks for so many, in which all that is bound is known
 * @param estimatedSeconds of these so many rest on energy credited after a gap or guessed by a
 *     vendor
 * @param matrix Wh of the covered time
 * @param parts each with its own coverage, which may be more than that of the matrix
 * @param pieces arrays and circuits, by the id of the point that stands for each
 */
public record FlowSummary(
    int seconds,
    int coveredSeconds,
    int estimatedSeconds,
    FlowMatrix matrix,
    Map<Part, PartTotal> parts,
    Map<Integer, PartTotal> pieces,
    Charge charge) {
  /** No time at all. */
  public static final FlowSummary EMPTY = ofNothing(0);

  public FlowSummary {
    parts = Map.copyOf(parts);
    pieces = Map.copyOf(pieces);
  }

  /** A time of which nothing is known. */
  public static FlowSummary ofNothing(int seconds) {
    return new FlowSummary(seconds, 0, 0, FlowMatrix.ZERO, Map.of(), Map.of(), Charge.NONE);
  }

  /** Of both times together. */
  public FlowSummary plus(FlowSummary other) {
    Map<Part, PartTotal> bothParts = new EnumMap<>(Part.class);
    bothParts.putAll(parts);
    other.parts.forEach((part, total) -> bothParts.merge(part, total, PartTotal::plus));
    Map<Integer, PartTotal> bothPieces = new TreeMap<>(pieces);
    other.pieces.forEach((piece, total) -> bothPieces.merge(piece, total, PartTotal::plus));
    return new FlowSummary(
        seconds + other.seconds,
        coveredSeconds + other.coveredSeconds,
        estimatedSeconds + other.estimatedSeconds,
        matrix.plus(other.matrix),
        bothParts,
        bothPieces,
        charge.plus(other.charge));
  }

  /** A part's total. */
  public PartTotal part(Part part) {
    return parts.getOrDefault(part, PartTotal.NONE);
  }

  /** Share of the solar energy that was not exported; empty without any. */
  public OptionalDouble selfConsumption() {
    double solar = matrix.given(Source.SOLAR);
    return share(solar - matrix.at(Source.SOLAR, Sink.GRID), solar);
  }

  /** Share of the load that came neither from the grid nor from nowhere; empty without any. */
  public OptionalDouble selfSufficiency() {
    return share(
        matrix.at(Source.SOLAR, Sink.LOAD) + matrix.at(Source.BATTERY, Sink.LOAD),
        matrix.taken(Sink.LOAD));
  }

  private static OptionalDouble share(double some, double all) {
    return all > 0 ? OptionalDouble.of(some / all) : OptionalDouble.empty();
  }
}
