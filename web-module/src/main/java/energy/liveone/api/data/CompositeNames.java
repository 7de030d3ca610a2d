package energy.liveone.api.data;

import energy.liveone.access.Permission;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.QueryParameters;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeId;
import energy.liveone.composite.CompositeService;
import energy.liveone.system.SystemId;
import java.util.List;
import java.util.Optional;

/** Composites named in a query by their slug; numbers are ids of systems. */
final class CompositeNames {
  private CompositeNames() {}

  /** Whether this names a composite and not a list of systems. */
  static boolean isOne(List<String> elements) {
    return elements.size() == 1 && SystemId.parse(elements.get(0)).isEmpty();
  }

  /** The composite that a query names, by its id or by a slug; empty for systems. */
  static Optional<Composite> asked(CompositeService composites, QueryParameters query) {
    Optional<String> id = query.text("compositeId");
    if (id.isPresent()) {
      CompositeId wanted =
          CompositeId.parse(id.get())
              .orElseThrow(() -> ApiProblem.invalid("compositeId", "Not the id of a composite"));
      return Optional.of(composites.require(wanted, Permission.READ));
    }
    List<String> named = HistoryRequest.named(query);
    return isOne(named) ? Optional.of(require(composites, named.get(0))) : Optional.empty();
  }

  private static Composite require(CompositeService composites, String slug) {
    // Digits that are no system's id are no composite's either: here only slugs name composites.
    if (slug.chars().allMatch(Character::isDigit)) {
      throw ApiProblem.notFound("There is no such system");
    }
    return composites
        .named(slug)
        .orElseThrow(() -> ApiProblem.notFound("There is no such composite"));
  }
}
