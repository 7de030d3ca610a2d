package energy.liveone.api.data;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeService;
import energy.liveone.system.SystemId;
import java.util.List;

/** Composites named in a query by their slug; numbers are ids of systems. */
final class CompositeNames {
  private CompositeNames() {}

  /** Whether this names a composite and not a list of systems. */
  static boolean isOne(List<String> elements) {
    return elements.size() == 1 && SystemId.parse(elements.get(0)).isEmpty();
  }

  /** The composite of this slug. */
  static Composite require(CompositeService composites, String slug) {
    // Digits that are no system's id are no composite's either: here only slugs name composites.
    if (slug.chars().allMatch(Character::isDigit)) {
      throw ApiProblem.notFound("There is no such system");
    }
    return composites
        .named(slug)
        .orElseThrow(() -> ApiProblem.notFound("There is no such composite"));
  }
}
