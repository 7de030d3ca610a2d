package energy.liveone.web.system;

import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.setup.AliasTaken;
import energy.liveone.setup.MaintainSystem;
import energy.liveone.setup.SystemChange;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemStatus;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.form.Typed;
import energy.liveone.web.form.Undo;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Presents {@code /system/{id or alias}/edit}: what its owner says of a system, and its end. */
@Named("systemEdit")
@RequestScoped
public class SystemEditView {
  private static final int MAX_NAME = 100;
  private static final List<String> DONE = List.of("saved", "paused", "resumed", "credentials");

  @Inject private SystemsOverview systems;

  @Inject private ShownSystem shown;
  @Inject private MaintainSystem maintain;
  @Inject private Words words;
  @Inject private HttpServletRequest request;
  private String errorField = "";
  private String error = "";

  /** Lets in only those who may change it. */
  public void load() {
    shown.get();
  }

  /** Keeps name, alias, zone and whether it comes first. */
  public void save() throws IOException {
    String alias = getAlias();
    Optional<ZoneId> zone = Typed.zone(getZone());
    if (getName().isEmpty() || getName().length() > MAX_NAME) {
      refuse("name", "composite.bad.name");
    } else if (!alias.isEmpty() && !Alias.isValid(alias)) {
      refuse("alias", "setup.badAlias");
    } else if (zone.isEmpty()) {
      refuse("zone", "composite.bad.zone");
    } else {
      try {
        ZoneId wanted = zone.get();
        Boolean isDefault = isFirst() == shown.get().isDefault() ? null : (Boolean) isFirst();
        maintain.change(
            shown.id(), new SystemChange(getName(), alias, wanted, null, null, isDefault));
        bringBackFirst();
        goOn("saved");
      } catch (AliasTaken e) {
        refuse("alias", "setup.aliasTaken");
      }
    }
  }

  /** Undoing that it comes first lets that one come first again which it was before. */
  private void bringBackFirst() {
    String before = Typed.of(request, "first-before", "");
    if (Undo.isAsked(request) && !isFirst()) {
      own().stream()
          .filter(one -> one.id().toString().equals(before) && !one.id().equals(shown.id()))
          .forEach(
              one ->
                  maintain.change(one.id(), new SystemChange(null, null, null, null, null, true)));
    }
  }

  private List<SystemOverview> own() {
    return systems.visible().stream().filter(one -> !one.shared()).toList();
  }

  /** The one of the reader's systems that comes first now; empty for none. */
  public String getFirstBefore() {
    return own().stream()
        .filter(SystemOverview::isDefault)
        .map(one -> one.id().toString())
        .findFirst()
        .orElse("");
  }

  private void refuse(String field, String key) {
    errorField = field;
    error = words.text(key);
  }

  /** Pauses its collection, or resumes it. */
  public void turn() throws IOException {
    boolean isActive = isCollecting();
    maintain.change(shown.id(), new SystemChange(null, null, null, null, !isActive, null));
    goOn(isActive ? "paused" : "resumed");
  }

  /** Deletes it with all of its data, if its name was typed. */
  public void delete() throws IOException {
    if (Typed.of(request, "confirm", "").equals(shown.get().displayName())) {
      maintain.delete(shown.id());
      NextPage.go("/dashboard");
    } else {
      refuse("confirm", "system.bad.confirm");
    }
  }

  private void goOn(String done) throws IOException {
    String told = Undo.isAsked(request) ? "undone" : done;
    NextPage.go("/system/" + shown.id() + "/edit?done=" + told);
  }

  /** Its number, which every form sends along. */
  public int getId() {
    return shown.id().value();
  }

  /** Its stored name, which who deletes it has to type. */
  public String getTitle() {
    return shown.get().displayName();
  }

  /** Address of its page. */
  public String getPath() {
    return "/system/" + shown.get().pathName();
  }

  public String getName() {
    return Typed.of(request, "name", shown.get().displayName());
  }

  public String getAlias() {
    return Typed.of(request, "alias", shown.get().alias().map(Alias::value).orElse(""));
  }

  public String getZone() {
    return Typed.of(request, "zone", getStoredZone().getId());
  }

  /** That of its days, whatever stands in the form. */
  public ZoneId getStoredZone() {
    return shown.get().displayTimezone();
  }

  /** Whether it is the one that the overview begins with. */
  public boolean isFirst() {
    return request.getParameter("name") == null
        ? shown.get().isDefault()
        : request.getParameter("first") != null;
  }

  /** Whether its vendor is called, or its pushes are taken. */
  public boolean isCollecting() {
    return shown.get().status() == SystemStatus.ACTIVE;
  }

  /** Whether turning it and turning it back leaves it as it is: not when it was stopped. */
  public boolean isTurnUndoable() {
    return shown.get().status() != SystemStatus.ERROR;
  }

  /** How it is collected, in words. */
  public String getState() {
    SystemOverview system = shown.get();
    @Nullable String reason = system.statusReasonOrNull();
    return words.text("system.status." + system.status().wireName(), reason == null ? "" : reason);
  }

  /** Whether the reader may delete it. */
  public boolean isOwned() {
    return shown.isOwned();
  }

  /** What is wrong with a field; empty when nothing is. */
  public String errorOf(String field) {
    return errorField.equals(field) ? error : "";
  }

  /** What was just done, in words; empty for nothing. */
  public String getDone() {
    String done = String.valueOf(request.getParameter("done"));
    if (done.equals("undone")) {
      return words.text("undo.done");
    }
    return DONE.contains(done) ? words.text("system.done." + done) : "";
  }

  /** The same of its points. */
  public String getPointsDone() {
    return switch (String.valueOf(request.getParameter("done"))) {
      case "points" -> words.text("system.done.points");
      case "points-undone" -> words.text("undo.done");
      default -> "";
    };
  }
}
