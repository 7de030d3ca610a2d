package energy.liveone.api.setup;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.api.json.Place;
import energy.liveone.setup.GrantedSystems;
import energy.liveone.setup.PointChoice;
import java.util.List;
import java.util.Optional;

/** From a body to the systems of a connected account that are to be set up. */
final class GrantedRequest {
  /** Each costs the vendor a call, and the caller waits. */
  private static final int MAX_SITES = 20;

  private GrantedRequest() {}

  /** Whether a body names a connected account in place of credentials. */
  static boolean isOne(JsonBody body) {
    return body.integer("grantId").isPresent();
  }

  static int grantId(JsonBody body) {
    return body.integer("grantId").orElseThrow(() -> ApiProblem.missing("grantId"));
  }

  static GrantedSystems systems(JsonBody body) {
    List<String> sites = sites(body);
    Optional<String> name = SetupRequest.displayName(body);
    boolean several = sites.size() > 1;
    if (several && name.isPresent()) {
      throw ApiProblem.invalid("displayName", "Several systems cannot have one name");
    }
    if (several && body.text("alias").isPresent()) {
      throw ApiProblem.invalid("alias", "Several systems cannot have one alias");
    }
    List<PointChoice> points = SetupRequest.points(body);
    if (several && !points.isEmpty()) {
      throw ApiProblem.invalid("points", "Choose the points of one system at a time");
    }
    return new GrantedSystems(
        body.requiredText("vendorType"),
        grantId(body),
        sites,
        name.orElse(null),
        body.zone("displayTimezone").orElse(null),
        SetupRequest.alias(body),
        Place.of(body).orElse(null),
        SetupRequest.options(body),
        points);
  }

  private static List<String> sites(JsonBody body) {
    List<String> sites =
        body.texts("siteIds")
            .or(() -> body.text("siteId").map(List::of))
            .orElseThrow(() -> ApiProblem.missing("siteIds"));
    if (sites.isEmpty() || sites.size() > MAX_SITES) {
      throw ApiProblem.invalid("siteIds", "Choose 1 to " + MAX_SITES + " systems at once");
    }
    return sites.stream().map(String::strip).distinct().toList();
  }
}
