package energy.liveone.reading;

import energy.liveone.aggregate.Aggregate;
import energy.liveone.aggregate.FiveMinuteBucket;
import energy.liveone.aggregate.FiveMinuteRows;
import energy.liveone.aggregate.FiveMinuteRows.Result;
import energy.liveone.aggregate.Sample;
import energy.liveone.aggregate.SampleRules;
import energy.liveone.point.NumberClass;
import energy.liveone.reading.CollectedSystem.CollectedPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 5-minute rows from raw readings, for repair and verification. Joins the caller's transaction;
 * writes nothing itself.
 */
@ApplicationScoped
public class Recomputation {
  private static final long DAY_SECONDS = 86_400;

  private final JpaRawTable raw;
  private final JpaFiveMinuteTable fiveMinutes;

  /** For the container's proxy. */
  protected Recomputation() {
    this(new JpaRawTable(), new JpaFiveMinuteTable());
  }

  @Inject
  Recomputation(JpaRawTable raw, JpaFiveMinuteTable fiveMinutes) {
    this.raw = raw;
    this.fiveMinutes = fiveMinutes;
  }

  /**
   * The rows as the raw readings say.
   *
   * @param from exclusive start, on the 5-minute grid
   * @param to inclusive end, on the 5-minute grid
   */
  public List<Aggregate> rows(CollectedSystem system, CollectedPoint point, long from, long to) {
    return compute(system.rules(point.numberClass()), point, start(point, from), from, to).rows();
  }

  /**
   * The rows that changed readings in {@code (from, to]} can have changed: from the bucket into
   * which the first of them reaches back, to the bucket of the first reading after them, and of
   * counters as far as their level differs.
   */
  public Changed changed(CollectedSystem system, CollectedPoint point, long from, long to) {
    SampleRules rules = system.rules(point.numberClass());
    long start =
        FiveMinuteBucket.endOf(from + 1 - rules.toleranceSeconds()) - FiveMinuteBucket.SECONDS;
    Sample after = raw.firstAfter(point.id(), to);
    long end = FiveMinuteBucket.endOf(after == null ? to : after.t());
    Sample before = start(point, start);
    Result result = compute(rules, point, before, start, end);
    while (point.numberClass() == NumberClass.COUNTER && levelDiffers(point, end, result)) {
      Sample next = raw.firstAfter(point.id(), end);
      if (next == null) {
        break;
      }
      end = FiveMinuteBucket.endOf(next.t() + DAY_SECONDS);
      result = compute(rules, point, before, start, end);
    }
    return new Changed(start, end, result.rows());
  }

  /**
   * Rows that replace those stored in {@code (from, to]}.
   *
   * @param rows all rows of the stretch, ascending
   */
  public record Changed(long from, long to, List<Aggregate> rows) {
    public Changed {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Whether the level at the end of the stretch is not the one from which the stored rows behind it
   * go on.
   */
  private boolean levelDiffers(CollectedPoint point, long end, Result result) {
    List<Aggregate> stored =
        fiveMinutes
            .range(List.of(point.id()), end - FiveMinuteBucket.SECONDS, end)
            .getOrDefault(point.id(), List.of());
    List<Aggregate> rows = result.rows();
    if (stored.isEmpty() || rows.isEmpty()) {
      return false;
    }
    return !Objects.equals(stored.get(0).last(), rows.get(rows.size() - 1).last());
  }

  private Result compute(
      SampleRules rules, CollectedPoint point, @Nullable Sample before, long from, long to) {
    List<Sample> samples = raw.range(point.id(), from, to + rules.toleranceSeconds());
    return FiveMinuteRows.compute(rules, before, samples, from + FiveMinuteBucket.SECONDS, to);
  }

  private @Nullable Sample start(CollectedPoint point, long from) {
    Sample before = raw.lastUntil(point.id(), from);
    if (point.numberClass() != NumberClass.COUNTER) {
      return before;
    }
    Double level = fiveMinutes.levelAt(point.id(), from);
    if (level == null) {
      return before;
    }
    return new Sample(before == null ? from : before.t(), level);
  }
}
