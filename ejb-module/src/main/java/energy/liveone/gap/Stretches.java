package energy.liveone.gap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Sums and differences of stretches of time. Results are ascending and do not touch each other. */
final class Stretches {
  private Stretches() {}

  /** All of them, those that overlap or touch made one. */
  static List<Stretch> merged(Collection<Stretch> stretches) {
    List<Stretch> merged = new ArrayList<>();
    for (Stretch next : stretches.stream().sorted().toList()) {
      Stretch last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && last.touches(next)) {
        merged.set(merged.size() - 1, new Stretch(last.from(), Math.max(last.to(), next.to())));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  /** What is left of a stretch without others. */
  static List<Stretch> minus(Stretch whole, Collection<Stretch> others) {
    List<Stretch> left = new ArrayList<>();
    long from = whole.from();
    for (Stretch other : merged(others)) {
      if (other.to() <= from) {
        continue;
      }
      if (other.from() >= whole.to()) {
        break;
      }
      if (other.from() > from) {
        left.add(new Stretch(from, other.from()));
      }
      from = other.to();
    }
    if (from < whole.to()) {
      left.add(new Stretch(from, whole.to()));
    }
    return left;
  }

  /** What is left of several stretches without others. */
  static List<Stretch> minus(Collection<Stretch> wholes, Collection<Stretch> others) {
    return merged(wholes).stream().flatMap(whole -> minus(whole, others).stream()).toList();
  }
}
