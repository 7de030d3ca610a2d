package energy.liveone.api.composite;

import energy.liveone.composite.Binding;
import energy.liveone.flowledger.DoubleCount;
import energy.liveone.flowledger.Home;
import java.util.List;

/** The shape of {@code GET /api/composite/<id>/proposals}. */
public record ProposalsAnswer(boolean success, List<ProposalLine> data) {
  /** Members that seem to read the same meter, and which points the owner may exclude. */
  public record ProposalLine(
      String part,
      MemberName keep,
      MemberName exclude,
      List<String> excludePointKeys,
      double correlation,
      double energyRatio,
      int hours) {}

  /** A member. */
  public record MemberName(int systemId, String name) {}

  static ProposalsAnswer of(Home home, List<Binding> bindings, List<DoubleCount> found) {
    return new ProposalsAnswer(true, found.stream().map(one -> line(home, bindings, one)).toList());
  }

  private static ProposalLine line(Home home, List<Binding> bindings, DoubleCount one) {
    return new ProposalLine(
        one.part().wireName(),
        name(home, one.keep()),
        name(home, one.exclude()),
        bindings.stream()
            .filter(binding -> one.excludedPoints().contains(binding.pointId()))
            .map(binding -> binding.key().value())
            .toList(),
        Math.round(one.likeness().correlation() * 10_000) / 10_000.0,
        Math.round(one.likeness().ratio() * 10_000) / 10_000.0,
        one.likeness().hours());
  }

  private static MemberName name(Home home, int system) {
    return new MemberName(system, home.names().systems().getOrDefault(system, ""));
  }
}
