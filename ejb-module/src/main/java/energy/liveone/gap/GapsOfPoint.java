package energy.liveone.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The gaps of one point after data came: what is still missing stays open, in pieces if need be;
 * what is there is filled, joined with what was filled next to it.
 *
 * @param gone gaps whose rows are obsolete
 * @param now gaps in their place
 */
record GapsOfPoint(List<Gap> gone, List<Gap> now) {
  GapsOfPoint {
    gone = List.copyOf(gone);
    now = List.copyOf(now);
  }

  /**
   * Compares gaps with the evidence.
   *
   * @param unsettled gaps that are open, disjoint
   * @param filled gaps that are filled already, as far as they touch an open one
   * @param evidence times with data
   * @param excused times in which none is expected; they are part of no gap
   */
  static GapsOfPoint compare(
      List<Gap> unsettled, List<Gap> filled, List<Stretch> evidence, List<Stretch> excused) {
    List<Stretch> explained = new ArrayList<>(evidence);
    explained.addAll(excused);
    List<Gap> gone = new ArrayList<>();
    List<Gap> now = new ArrayList<>();
    List<Gap> parts = new ArrayList<>();
    for (Gap gap : unsettled) {
      List<Stretch> missing = Stretches.minus(gap.stretch(), explained);
      if (missing.equals(List.of(gap.stretch()))) {
        continue;
      }
      gone.add(gap);
      missing.forEach(rest -> now.add(gap.piece(rest)));
      // What is there is filled, also where none was expected.
      List<Stretch> left = new ArrayList<>(missing);
      left.addAll(Stretches.minus(excused, evidence));
      Stretches.minus(gap.stretch(), left).forEach(part -> parts.add(gap.filled(part)));
    }
    join(parts, filled, gone, now);
    return new GapsOfPoint(gone, now);
  }

  private static void join(List<Gap> parts, List<Gap> filled, List<Gap> gone, List<Gap> now) {
    List<Gap> neighbours =
        filled.stream()
            .filter(old -> parts.stream().anyMatch(p -> p.stretch().touches(old.stretch())))
            .toList();
    gone.addAll(neighbours);
    List<Gap> all = new ArrayList<>(parts);
    all.addAll(neighbours);
    for (Stretch whole : Stretches.merged(all.stream().map(Gap::stretch).toList())) {
      now.add(
          all.stream()
              .filter(one -> whole.contains(one.stretch()))
              .min(Comparator.comparing(Gap::foundAt))
              .orElseThrow()
              .filled(whole));
    }
  }

  boolean isEmpty() {
    return gone.isEmpty() && now.isEmpty();
  }
}
