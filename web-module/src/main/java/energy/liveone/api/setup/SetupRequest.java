package energy.liveone.api.setup;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.api.json.Place;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointSettings;
import energy.liveone.setup.NewSystem;
import energy.liveone.setup.PointChoice;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemSettings;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.Credentials;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a body to what is to be set up or tried. */
final class SetupRequest {
  /** Longest text that {@code systems.display_name} holds. */
  private static final int MAX_NAME = 100;

  private SetupRequest() {}

  static NewSystem newSystem(JsonBody body) {
    String vendorType = body.requiredText("vendorType");
    String displayName = displayName(body).orElseThrow(() -> ApiProblem.missing("displayName"));
    ZoneId zone =
        body.zone("displayTimezone").orElseThrow(() -> ApiProblem.missing("displayTimezone"));
    SystemSettings settings = new SystemSettings(displayName, alias(body), zone);
    return new NewSystem(
        vendorType,
        settings,
        credentials(body),
        options(body),
        Place.of(body).orElse(null),
        points(body),
        null);
  }

  /** What is wanted otherwise of points than the vendor has them. */
  static List<PointChoice> points(JsonBody body) {
    Set<PointKey> named = new HashSet<>();
    return body.objects("points").orElse(List.of()).stream()
        .map(point -> point(point, named))
        .toList();
  }

  private static PointChoice point(JsonBody point, Set<PointKey> named) {
    String key = point.requiredText("pointKey");
    if (!PointKey.isValid(key)) {
      throw ApiProblem.invalid(point.nameOf("pointKey"), "Not a point key");
    }
    PointKey known = new PointKey(key);
    if (!named.add(known)) {
      throw ApiProblem.invalid(point.nameOf("pointKey"), "This point is named twice");
    }
    Optional<String> label = point.text("label");
    if (label.filter(text -> !PointSettings.isLabel(text)).isPresent()) {
      throw ApiProblem.invalid(point.nameOf("label"), "A label has 1 to 100 characters");
    }
    return new PointChoice(known, label.orElse(null), point.flag("visible").orElse(null));
  }

  static Optional<String> displayName(JsonBody body) {
    Optional<String> name = body.text("displayName").filter(text -> !text.isBlank());
    if (name.isPresent() && name.get().strip().length() > MAX_NAME) {
      throw ApiProblem.invalid("displayName", "A display name has at most 100 characters");
    }
    return name;
  }

  static @Nullable Alias alias(JsonBody body) {
    return body.text("alias")
        .filter(text -> !text.isBlank())
        .map(
            text -> {
              if (!Alias.isValid(text)) {
                throw ApiProblem.invalid(
                    "alias",
                    "An alias has 1 to 40 lower-case letters, digits and hyphens, not all digits");
              }
              return new Alias(text);
            })
        .orElse(null);
  }

  static VendorType vendorType(JsonBody body) {
    return VendorType.parse(body.requiredText("vendorType"))
        .orElseThrow(() -> ApiProblem.invalid("vendorType", "There is no such vendor"));
  }

  static Credentials credentials(JsonBody body) {
    return new Credentials(body.textMap("credentials"));
  }

  static Map<String, String> options(JsonBody body) {
    return body.textMap("options");
  }
}
