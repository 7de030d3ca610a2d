package energy.liveone.gap;

import energy.liveone.gap.WatchedSystem.WatchedPoint;
import energy.liveone.point.PointSource;
import energy.liveone.reading.JpaFiveMinuteTable;
import energy.liveone.reading.JpaRawTable;
import energy.liveone.rollup.Recomputed;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares the open gaps of a system with what has arrived since, wherever it came from. Running it
 * again changes nothing.
 *
 * <p>A sampled point is excused where other points of its system were heard: a metric that the
 * vendor leaves out, such as the power of a sleeping inverter, is absent and no gap. It is not
 * excused when the vendor's history could tell it.
 */
@Dependent
public class SettleGaps {
  private final JpaGaps gaps;
  private final JpaPauses pauses;
  private final JpaWatchedSystems systems;
  private final JpaRawTable raw;
  private final JpaFiveMinuteTable fiveMinutes;
  private final Prospects prospects;
  private final VendorRegistry vendors;
  private final Clock clock;

  @Inject
  SettleGaps(
      JpaGaps gaps,
      JpaPauses pauses,
      JpaWatchedSystems systems,
      JpaRawTable raw,
      JpaFiveMinuteTable fiveMinutes,
      Prospects prospects,
      VendorRegistry vendors,
      Clock clock) {
    this.gaps = gaps;
    this.pauses = pauses;
    this.systems = systems;
    this.raw = raw;
    this.fiveMinutes = fiveMinutes;
    this.prospects = prospects;
    this.vendors = vendors;
    this.clock = clock;
  }

  /** Late data was worked in; within the transaction that did it. */
  void onRecomputed(@Observes Recomputed recomputed) {
    Stretch around = new Stretch(recomputed.from(), recomputed.to());
    if (!gaps.unsettled(recomputed.system(), around).isEmpty()) {
      systems.find(recomputed.system()).ifPresent(system -> settle(system, around));
    }
  }

  /** Compares all open gaps that overlap a stretch. */
  @Transactional
  public void settle(WatchedSystem system, Stretch around) {
    List<Gap> open = gaps.unsettled(system.id(), around);
    if (open.isEmpty()) {
      return;
    }
    Stretch hull =
        new Stretch(
            open.stream().mapToLong(gap -> gap.stretch().from()).min().orElseThrow(),
            open.stream().mapToLong(gap -> gap.stretch().to()).max().orElseThrow());
    List<Stretch> paused = pauses.of(system.id(), hull);
    Samples samples = new Samples(system, hull);
    Map<Integer, List<Gap>> byPoint =
        open.stream().collect(Collectors.groupingBy(Gap::point, Collectors.toList()));
    byPoint.forEach(
        (id, own) ->
            system
                .point(id)
                .ifPresent(
                    point ->
                        gaps.replace(
                            system.id(),
                            compare(system, point, own, samples, paused),
                            clock.instant())));
  }

  private GapsOfPoint compare(
      WatchedSystem system,
      WatchedPoint point,
      List<Gap> open,
      Samples samples,
      List<Stretch> paused) {
    boolean sampled = point.source() == PointSource.SAMPLES;
    List<Stretch> evidence = sampled ? samples.of(point) : rows(point, open);
    List<Stretch> excused = new ArrayList<>(paused);
    if (sampled && prospects.of(system, point).reach() == null) {
      excused.addAll(samples.ofAll());
    }
    excused.addAll(silences(system, sampled, open, evidence));
    List<Gap> filled =
        open.stream()
            .flatMap(gap -> gaps.filled(point.id(), gap.stretch()).stream())
            .distinct()
            .toList();
    return GapsOfPoint.compare(open, filled, evidence, excused);
  }

  private List<Stretch> rows(WatchedPoint point, List<Gap> open) {
    List<Stretch> evidence = new ArrayList<>();
    for (Gap gap : open) {
      Stretch stretch = gap.stretch();
      // A row of a longer interval that ends behind the gap may reach into it.
      long until = stretch.to() + LONGEST_INTERVAL_SECONDS;
      evidence.addAll(
          Evidence.ofRows(
              fiveMinutes
                  .range(List.of(point.id()), stretch.from(), until)
                  .getOrDefault(point.id(), List.of())));
    }
    return Stretches.merged(evidence);
  }

  private static final long LONGEST_INTERVAL_SECONDS = 86_400;

  /** What of the missing times means nothing, by the vendor's rhythm. */
  private List<Stretch> silences(
      WatchedSystem system, boolean sampled, List<Gap> open, List<Stretch> evidence) {
    return vendors
        .adapter(system.vendor())
        .map(adapter -> new NaturalSilence(adapter.rhythm(), system.view()))
        .map(natural -> silences(natural, sampled, open, evidence))
        .orElse(List.of());
  }

  private static List<Stretch> silences(
      NaturalSilence natural, boolean sampled, List<Gap> open, List<Stretch> evidence) {
    List<Stretch> silences = new ArrayList<>();
    for (Gap gap : open) {
      if (sampled && natural.excuses(gap.stretch())) {
        silences.add(gap.stretch());
        continue;
      }
      List<Stretch> missing = Stretches.minus(gap.stretch(), evidence);
      silences.addAll(Stretches.minus(missing, natural.unexplained(missing)));
    }
    return silences;
  }

  /** The times for which a system has samples, each point read once and only when asked for. */
  private final class Samples {
    private final WatchedSystem system;
    private final Stretch hull;
    private final Map<Integer, List<Stretch>> known = new HashMap<>();

    Samples(WatchedSystem system, Stretch hull) {
      this.system = system;
      this.hull = hull;
    }

    List<Stretch> of(WatchedPoint point) {
      return known.computeIfAbsent(
          point.id(),
          id -> {
            long more = system.toleranceSeconds();
            return Evidence.ofSamples(
                system.rules(point.numberClass()),
                null,
                raw.range(id, hull.from() - more, hull.to() + more));
          });
    }

    List<Stretch> ofAll() {
      return Stretches.merged(
          system.points().stream()
              .filter(point -> point.source() == PointSource.SAMPLES)
              .flatMap(point -> of(point).stream())
              .toList());
    }
  }
}
