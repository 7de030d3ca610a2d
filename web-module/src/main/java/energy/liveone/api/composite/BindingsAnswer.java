package energy.liveone.api.composite;

import energy.liveone.composite.Binding;
import energy.liveone.flow.Role;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shape of {@code /api/composite/<id>/bindings}. */
public record BindingsAnswer(boolean success, List<BindingLine> data) {
  /**
   * A point of a member.
   *
   * @param role what it plays now; null for nothing
   * @param defaultRole what follows from subsystem and type; null for nothing
   * @param chosenRole what the owner chose; null for the default
   */
  @JsonbNillable
  public record BindingLine(
      int systemId,
      String pointKey,
      String label,
      String unit,
      @Nullable String role,
      @Nullable String defaultRole,
      @Nullable String chosenRole,
      boolean excluded) {}

  static BindingsAnswer of(List<Binding> bindings) {
    return new BindingsAnswer(true, bindings.stream().map(BindingsAnswer::line).toList());
  }

  private static BindingLine line(Binding one) {
    return new BindingLine(
        one.system().value(),
        one.key().value(),
        one.label(),
        one.unit(),
        one.role().map(Role::wireName).orElse(null),
        name(one.defaultRoleOrNull()),
        name(one.chosenRoleOrNull()),
        one.excluded());
  }

  private static @Nullable String name(@Nullable Role role) {
    return Optional.ofNullable(role).map(Role::wireName).orElse(null);
  }
}
