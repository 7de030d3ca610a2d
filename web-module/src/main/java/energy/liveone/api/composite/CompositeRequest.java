package energy.liveone.api.composite;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.composite.BindingChange;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeFault;
import energy.liveone.composite.CompositeRefused;
import energy.liveone.composite.CompositeSettings;
import energy.liveone.composite.WantedMember;
import energy.liveone.flow.Role;
import energy.liveone.point.PointKey;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From bodies to what is wanted of composites. */
final class CompositeRequest {
  private static final String SYSTEM_IDS = "systemIds";
  private static final String CO2 = "gridCo2GramsPerKwh";

  private CompositeRequest() {}

  /** A new composite; the zone is that of the first member unless the body says another. */
  static CompositeSettings settings(JsonBody body, ZoneId zone) {
    return new CompositeSettings(
        body.requiredText("name"),
        slug(body.requiredText("slug")),
        body.text("description").filter(text -> !text.isBlank()).orElse(null),
        body.integer("position").orElse(0),
        body.flag("isFavorite").orElse(false),
        body.zone("displayTimezone").orElse(zone),
        body.number(CO2).orElse(null));
  }

  /** What there is with what the body names replaced; an empty description takes it away. */
  static CompositeSettings changed(CompositeSettings before, JsonBody body) {
    String description = body.text("description").orElse(before.descriptionOrNull());
    return new CompositeSettings(
        body.text("name").orElse(before.name()),
        body.text("slug").map(CompositeRequest::slug).orElse(before.slug()),
        description == null || description.isBlank() ? null : description,
        body.integer("position").orElse(before.position()),
        body.flag("isFavorite").orElse(before.isFavorite()),
        body.zone("displayTimezone").orElse(before.zone()),
        body.number(CO2).orElse(before.gridCo2GramsPerKwhOrNull()));
  }

  private static Alias slug(String text) {
    if (!Alias.isValid(text)) {
      throw ApiProblem.invalid(
          "slug", "A slug has 1 to 40 lower-case letters, digits and hyphens, not all digits");
    }
    return new Alias(text);
  }

  /**
   * The members that the body wants; empty when it does not say.
   *
   * @param composites those of the caller, for telling what no system can be
   * @param selfOrNull the composite that is changed
   */
  static Optional<List<WantedMember>> members(
      JsonBody body, List<Composite> composites, @Nullable Composite selfOrNull) {
    if (body.texts("compositeIds").filter(ids -> !ids.isEmpty()).isPresent()) {
      throw nested("compositeIds");
    }
    Map<String, String> capacities = body.textMap("batteryKwh");
    return body.texts(SYSTEM_IDS)
        .map(
            texts -> {
              List<WantedMember> members = new ArrayList<>();
              for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                members.add(
                    new WantedMember(
                        system(text, SYSTEM_IDS + "[" + i + "]", composites, selfOrNull),
                        capacity(capacities.get(text))));
              }
              return members;
            });
  }

  private static SystemId system(
      String text, String field, List<Composite> composites, @Nullable Composite self) {
    Optional<SystemId> system = SystemId.parse(text);
    if (system.isPresent()) {
      return system.get();
    }
    if (self != null && self.settings().slug().value().equals(text)) {
      throw new CompositeRefused(
          CompositeFault.CYCLE, field, "A composite cannot be a member of itself");
    }
    if (composites.stream().anyMatch(one -> one.settings().slug().value().equals(text))) {
      throw nested(field);
    }
    throw ApiProblem.invalid(field, "Not the id of a system");
  }

  private static CompositeRefused nested(String field) {
    return new CompositeRefused(
        CompositeFault.NESTED, field, "Members are systems; name those of the other composite");
  }

  private static @Nullable Double capacity(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      double capacity = Double.parseDouble(text);
      if (capacity > 0 && capacity < 1_000_000) {
        return capacity;
      }
    } catch (NumberFormatException e) {
      // Falls through: no number either.
    }
    throw ApiProblem.invalid("batteryKwh", "A capacity is a number of kWh above 0");
  }

  /** What the body wants of points. */
  static List<BindingChange> bindings(JsonBody body) {
    List<JsonBody> wanted =
        body.objects("bindings").orElseThrow(() -> ApiProblem.missing("bindings"));
    return wanted.stream().map(CompositeRequest::binding).toList();
  }

  private static BindingChange binding(JsonBody body) {
    SystemId system =
        body.integer("systemId")
            .filter(id -> id > 0)
            .map(SystemId::new)
            .orElseThrow(() -> ApiProblem.missing(body.nameOf("systemId")));
    String key = body.requiredText("pointKey");
    if (!PointKey.isValid(key)) {
      throw ApiProblem.invalid(body.nameOf("pointKey"), "Not a point key");
    }
    Role role =
        body.text("role")
            .map(
                name ->
                    Role.ofWireName(name)
                        .orElseThrow(() -> ApiProblem.invalid(body.nameOf("role"), "Unknown role")))
            .orElse(null);
    return new BindingChange(system, new PointKey(key), role, body.flag("excluded").orElse(false));
  }
}
