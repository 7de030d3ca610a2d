package energy.liveone.web.composite;

import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeRefused;
import energy.liveone.composite.CompositeSettings;
import energy.liveone.composite.MaintainComposites;
import energy.liveone.system.Alias;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Typed;
import energy.liveone.web.form.Undo;
import energy.liveone.web.page.PageView;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Presents {@code /composite/{slug or id}/edit}: what its owner says of a composite, and its
 * members. Fields are plain inputs, so that what was typed is shown again word for word.
 */
@Named("compositeEdit")
@RequestScoped
public class CompositeEditView {
  private static final String NUMBER = "[0-9]{1,5}([.,][0-9]{1,3})?";

  @Inject private ShownComposite shown;
  @Inject private MaintainComposites maintain;
  @Inject private PageView page;
  @Inject private Words words;
  @Inject private HttpServletRequest request;
  private RefusalWords refusal = RefusalWords.NONE;
  private @Nullable List<MemberRow> rows;

  /** Lets in only those who may change it. */
  public void load() {
    shown.requireEditable();
  }

  /** Keeps the form. */
  public void save() throws IOException {
    Composite before = shown.requireEditable();
    String co2 = getCo2();
    if (getName().isEmpty()) {
      refusal = RefusalWords.at("name", words);
    } else if (!Alias.isValid(getSlug())) {
      refusal = RefusalWords.at("slug", words);
    } else if (Typed.zone(getZone()).isEmpty()) {
      refusal = RefusalWords.at("zone", words);
    } else if (!co2.isEmpty() && !co2.matches(NUMBER)) {
      refusal = RefusalWords.at("gridCo2GramsPerKwh", words);
    } else if (!getMembers().stream().allMatch(MemberRow::isReadable)) {
      refusal = RefusalWords.at("batteryKwh", words);
    } else if (MemberRow.wanted(getMembers()).isEmpty()) {
      refusal = RefusalWords.at("systemIds", words);
    } else {
      change(before);
    }
  }

  private void change(Composite before) throws IOException {
    try {
      String description = getDescription();
      String co2 = getCo2();
      CompositeSettings settings =
          new CompositeSettings(
              getName(),
              new Alias(getSlug()),
              description.isEmpty() ? null : description,
              before.settings().position(),
              isFavorite(),
              Typed.zone(getZone()).orElseThrow(),
              co2.isEmpty() ? null : Double.valueOf(co2.replace(',', '.')));
      Composite after = maintain.change(before.id(), settings, MemberRow.wanted(getMembers()));
      String done = Undo.isAsked(request) ? "undone" : "saved";
      NextPage.go(ShownComposite.pathOf(after, shown.isShared()) + "/edit?done=" + done);
    } catch (CompositeRefused e) {
      refusal = RefusalWords.of(e, words);
    }
  }

  /** Deletes it, if its short name was typed; its systems stay. */
  public void delete() throws IOException {
    Composite composite = shown.get();
    if (Typed.of(request, "confirm", "").equals(composite.settings().slug().value())) {
      maintain.delete(composite.id());
      NextPage.go("/composite?done=deleted");
    } else {
      refusal = RefusalWords.at("confirm", words);
    }
  }

  /** All systems that are or may be members, as stored or as just typed. */
  public List<MemberRow> getMembers() {
    List<MemberRow> known = rows;
    if (known == null) {
      known = MemberRow.of(shown.get().members(), page.getSystems());
      if (isTyped()) {
        known = known.stream().map(row -> row.typed(request)).toList();
      }
      rows = known;
    }
    return known;
  }

  private boolean isTyped() {
    return request.getParameter("name") != null;
  }

  private CompositeSettings settings() {
    return shown.get().settings();
  }

  public String getName() {
    return Typed.of(request, "name", settings().name());
  }

  public String getSlug() {
    return Typed.of(request, "slug", settings().slug().value());
  }

  /** What its owner says of it; empty for nothing. */
  public String getDescription() {
    String before = settings().descriptionOrNull();
    return Typed.of(request, "description", before == null ? "" : before);
  }

  public String getZone() {
    return Typed.of(request, "zone", settings().zone().getId());
  }

  /** Grams a kWh from the grid; empty for the installation's figure. */
  public String getCo2() {
    Double before = settings().gridCo2GramsPerKwhOrNull();
    String text = before == null ? "" : before.toString().replaceAll("\\.0$", "");
    return Typed.of(request, "co2", text);
  }

  public boolean isFavorite() {
    return isTyped() ? request.getParameter("favorite") != null : settings().isFavorite();
  }

  /** Its number, which every form sends along. */
  public int getId() {
    return shown.get().id().value();
  }

  /** Its stored name and address. */
  public String getTitle() {
    return settings().name();
  }

  /** Address of its page. */
  public String getPath() {
    return shown.getPath();
  }

  /** Its stored short name, which who deletes it has to type. */
  public String getWord() {
    return settings().slug().value();
  }

  /** Members that are gone; empty when none is. */
  public String getLost() {
    return String.join(", ", shown.get().lost());
  }

  /** Whether the reader may delete it. */
  public boolean isDeletable() {
    return shown.isDeletable();
  }

  /** What is wrong with a field; empty when nothing is. */
  public String errorOf(String field) {
    return refusal.of(field);
  }

  /** What was just done, in words; empty for nothing. */
  public String getDone() {
    return switch (String.valueOf(request.getParameter("done"))) {
      case "created" -> words.text("composite.done.created");
      case "saved" -> words.text("composite.done.saved");
      case "undone" -> words.text("undo.done");
      default -> "";
    };
  }

  /** The same of its roles. */
  public String getRolesDone() {
    return switch (String.valueOf(request.getParameter("done"))) {
      case "roles" -> words.text("composite.done.roles");
      case "roles-undone" -> words.text("undo.done");
      default -> "";
    };
  }
}
