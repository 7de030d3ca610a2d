package energy.liveone.web.admin;

import energy.liveone.access.AccessService;
import energy.liveone.diagnosis.DiagnoseSystem;
import energy.liveone.diagnosis.Diagnosis;
import energy.liveone.history.Contact;
import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.mail.PublicAddress;
import energy.liveone.vendor.FailureCode;
import energy.liveone.web.admin.ScheduleWords.Fact;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.live.SystemPanels;
import energy.liveone.web.words.InlineJson;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Presents the one system that {@code /admin/diagnostics?system=} names. */
@Named("diagnosis")
@RequestScoped
public class DiagnosisView {
  /** Of more than these, somebody has to type more of the name. */
  private static final int MATCHES = 20;

  @Inject private AccessService access;
  @Inject private SystemsOverview systems;
  @Inject private DiagnoseSystem diagnose;
  @Inject private SystemPanels panels;
  @Inject private PublicAddress address;
  @Inject private Words words;
  private String system = "";
  private List<SystemOverview> matches = List.of();
  private @Nullable Diagnosis found;
  private @Nullable SystemPanel panel;

  /** An attempt, in words. */
  public record ContactRow(
      String started, String cause, boolean successful, String outcome, String took, int rows) {}

  /** Finds the system, and what there is to know of it. */
  public void load() {
    access.requireAdmin();
    matches = SystemSearch.fitting(systems.all(), system);
    if (matches.size() == 1) {
      panel = panels.of(matches).get(0);
      found = diagnose.of(matches.get(0).id());
    }
  }

  Optional<Diagnosis> found() {
    return Optional.ofNullable(found);
  }

  /** Whether there is one system to show. */
  public boolean isChosen() {
    return found != null;
  }

  /** Whether something was typed that fits nothing. */
  public boolean isUnknown() {
    return !system.isBlank() && matches.isEmpty();
  }

  /** The systems among which to choose. */
  public List<SystemOverview> getMatches() {
    return matches.size() == 1 ? List.of() : matches.stream().limit(MATCHES).toList();
  }

  /** The system with its lamp. */
  public @Nullable SystemPanel getPanel() {
    return panel;
  }

  /** When it is polled next and why then. */
  public List<Fact> getFacts() {
    return found == null || panel == null
        ? List.of()
        : new ScheduleWords(found, panel.clock()).facts();
  }

  /** Whether its vendor is one that we call. */
  public boolean isPolled() {
    return found != null && found.polled();
  }

  /** Where its device sends to. */
  public String getPushAddress() {
    return found == null ? "" : address.of("api/push/" + found.system().vendorType().value());
  }

  /** Since when its device has its key. */
  public String getKeyAge() {
    return found()
        .flatMap(Diagnosis::keyMadeAt)
        .flatMap(
            made ->
                Optional.ofNullable(panel)
                    .map(
                        one -> words.text("diag.at", one.clock().day(made), one.clock().age(made))))
        .orElse("\u2013");
  }

  /** The newest attempts. */
  public List<ContactRow> getContacts() {
    return found().map(Diagnosis::contacts).orElse(List.of()).stream().map(this::row).toList();
  }

  private ContactRow row(Contact contact) {
    SystemPanel shown = panel;
    return new ContactRow(
        shown == null
            ? ""
            : shown.clock().date(contact.started()) + ", " + shown.clock().exact(contact.started()),
        words.text("system.cause." + contact.cause()),
        contact.successful(),
        ScheduleWords.result(contact, words.texts()),
        contact.duration().toMillis() + "\u00a0ms",
        contact.rows());
  }

  /** Its points. */
  public List<PointRow> getPoints() {
    SystemPanel shown = panel;
    return found == null || shown == null
        ? List.of()
        : found.points().stream().map(point -> PointRow.of(point, shown.clock())).toList();
  }

  /** What the script of the test has to know, as JSON: texts by code among it. */
  public String getTestData() {
    SystemPanel shown = panel;
    if (shown == null) {
      return "{}";
    }
    String vendor = shown.overview().vendorName();
    Map<String, String> data = new TreeMap<>();
    for (FailureCode code : FailureCode.values()) {
      data.put(code.name(), words.text("diag.code." + code.name(), vendor));
    }
    data.put("vendor", vendor);
    data.put("zone", shown.zone());
    return InlineJson.of(data);
  }

  public String getSystem() {
    return system;
  }

  public void setSystem(@Nullable String value) {
    system = value == null ? "" : value;
  }
}
