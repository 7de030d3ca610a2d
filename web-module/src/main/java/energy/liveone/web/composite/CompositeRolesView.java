package energy.liveone.web.composite;

import energy.liveone.composite.Binding;
import energy.liveone.composite.BindingChange;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeService;
import energy.liveone.composite.MaintainComposites;
import energy.liveone.composite.Member;
import energy.liveone.flow.Role;
import energy.liveone.flowledger.DoubleCount;
import energy.liveone.flowledger.DoubleCounts;
import energy.liveone.flowledger.Homes;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Undo;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which point of which member plays which role in a composite, and what seems to count twice. */
@Named("compositeRoles")
@RequestScoped
public class CompositeRolesView {
  private static final String NONE = "none";

  @Inject private ShownComposite shown;
  @Inject private CompositeService composites;
  @Inject private MaintainComposites maintain;
  @Inject private DoubleCounts doubleCounts;
  @Inject private Homes homes;
  @Inject private Words words;
  @Inject private HttpServletRequest request;
  private @Nullable List<Binding> bindings;
  private @Nullable List<DoubleCount> twice;

  /** A member's points. */
  public record MemberRoles(String name, List<PointRole> points) {}

  /**
   * A point and what it may play.
   *
   * @param field name of its input
   */
  public record PointRole(String field, String label, String key, List<Choice> choices) {}

  /** A role that may be chosen. */
  public record Choice(String value, String label, boolean chosen) {}

  /** Something that seems to count twice, in words; {@code points} go if the reader agrees. */
  public record Hint(String text, String points, String labels) {}

  /** Points that can play a role, by member. */
  public List<MemberRoles> getMembers() {
    List<MemberRoles> members = new ArrayList<>();
    for (Member member : shown.get().members()) {
      List<PointRole> points =
          all().stream()
              .filter(one -> one.system().equals(member.system()))
              .filter(one -> suiting(one).findAny().isPresent())
              .map(this::pointRole)
              .toList();
      members.add(new MemberRoles(member.name(), points));
    }
    return members;
  }

  private PointRole pointRole(Binding one) {
    String now = chosen(one);
    String usual =
        one.defaultRoleOrNull() == null
            ? words.text("composite.role.none")
            : nameOf(one.defaultRoleOrNull());
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", words.text("composite.role.auto", usual), now.isEmpty()));
    choices.add(new Choice(NONE, words.text("composite.role.none"), now.equals(NONE)));
    suiting(one)
        .forEach(
            role ->
                choices.add(
                    new Choice(role.wireName(), nameOf(role), now.equals(role.wireName()))));
    return new PointRole("role-" + one.pointId(), one.label(), one.key().value(), choices);
  }

  private String nameOf(Role role) {
    return words.text("composite.role." + role.wireName());
  }

  private static Stream<Role> suiting(Binding one) {
    return Stream.of(Role.values()).filter(role -> role.suits(one.metric()));
  }

  private static String chosen(Binding one) {
    if (one.excluded()) {
      return NONE;
    }
    Role role = one.chosenRoleOrNull();
    return role == null ? "" : role.wireName();
  }

  private List<Binding> all() {
    List<Binding> known = bindings;
    if (known == null) {
      known = composites.bindings(shown.get());
      bindings = known;
    }
    return known;
  }

  /** Keeps the roles that the form changes. */
  public void save() throws IOException {
    Composite composite = shown.requireEditable();
    List<BindingChange> changes = new ArrayList<>();
    for (Binding one : all()) {
      String wanted = request.getParameter("role-" + one.pointId());
      if (wanted != null && !wanted.equals(chosen(one))) {
        Role role = Role.ofWireName(wanted).orElse(null);
        changes.add(new BindingChange(one.system(), one.key(), role, wanted.equals(NONE)));
      }
    }
    keep(composite, changes);
  }

  /** Leaves out the points that the hint's button names. */
  public void leaveOut() throws IOException {
    Composite composite = shown.requireEditable();
    List<String> points =
        List.of(Optional.ofNullable(request.getParameter("points")).orElse("").split(","));
    keep(
        composite,
        all().stream()
            .filter(one -> points.contains(Integer.toString(one.pointId())))
            .map(one -> new BindingChange(one.system(), one.key(), one.chosenRoleOrNull(), true))
            .toList());
  }

  private void keep(Composite composite, List<BindingChange> changes) throws IOException {
    if (!changes.isEmpty()) {
      maintain.bind(composite.id(), changes);
    }
    String done = Undo.isAsked(request) ? "roles-undone" : "roles";
    NextPage.go(shown.getPath() + "/edit?done=" + done + "#roles");
  }

  /** What seems to count twice, the surest first. */
  public List<Hint> getHints() {
    List<DoubleCount> found = twice;
    if (found == null) {
      found = doubleCounts.in(homes.of(shown.get()));
      twice = found;
    }
    return found.stream().map(this::hint).toList();
  }

  private Hint hint(DoubleCount one) {
    List<Binding> points =
        all().stream().filter(each -> one.excludedPoints().contains(each.pointId())).toList();
    return new Hint(
        words.text(
            "composite.twice.text",
            words.text("composite.part." + one.part().wireName()),
            nameOf(one.keep()),
            nameOf(one.exclude()),
            Math.round(one.likeness().correlation() * 1_000) / 10.0),
        points.stream().map(each -> "" + each.pointId()).collect(Collectors.joining(",")),
        points.stream().map(Binding::label).collect(Collectors.joining(", ")));
  }

  private String nameOf(int system) {
    return shown.get().members().stream()
        .filter(member -> member.system().value() == system)
        .map(Member::name)
        .findFirst()
        .orElse("");
  }
}
