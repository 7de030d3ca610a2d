package energy.liveone.web.audit;

import energy.liveone.access.AccessService;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditEntry;
import energy.liveone.audit.AuditQuery;
import energy.liveone.audit.AuditTrail;
import energy.liveone.web.address.Address;
import energy.liveone.web.address.FilteredList;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page with the audit log. What is filtered for is in its address. */
@Named("audit")
@RequestScoped
public class AuditView extends FilteredList {
  private static final int PAGE = 50;

  private final AccessService access;
  private final AuditTrail trail;
  private final Words words;
  private String actor = "";
  private String act = "";
  private String subjectType = "";
  private String subjectId = "";
  private List<AuditRow> rows = List.of();
  private @Nullable Long next;

  @Inject
  public AuditView(AccessService access, AuditTrail trail, Words words) {
    this.access = access;
    this.trail = trail;
    this.words = words;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected AuditView() {
    this(null, null, null);
  }

  /** An act that can be filtered for. */
  public record Choice(String value, String label) {}

  /**
   * Finds what fits.
   *
   * @throws energy.liveone.access.AccessRefused when the reader is no administrator
   */
  public void load() {
    access.requireAdmin();
    List<AuditEntry> entries =
        trail.find(
            new AuditQuery(
                orNull(actor),
                AuditAct.of(act).orElse(null),
                orNull(subjectType),
                orNull(subjectId),
                null,
                startOrNull(),
                endOrNull(),
                beforeOrNull(),
                PAGE));
    rows = entries.stream().map(entry -> AuditRow.of(entry, words.texts())).toList();
    next = entries.size() == PAGE ? entries.get(PAGE - 1).id() : null;
  }

  public List<AuditRow> getRows() {
    return rows;
  }

  /** Every act, in the order of its words. */
  public List<Choice> getActs() {
    return Arrays.stream(AuditAct.values())
        .map(each -> new Choice(each.wireName(), words.text("audit.act." + each.wireName())))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  /** Whether anything is filtered for. */
  public boolean isFiltered() {
    return !(actor + act + subjectType + subjectId + getFrom() + getTo()).isBlank();
  }

  /** The address of older entries; empty when there are none. */
  public String getOlder() {
    return next == null
        ? ""
        : Address.of("/admin/audit")
            .with("actor", actor)
            .with("act", act)
            .with("subjectType", subjectType)
            .with("subjectId", subjectId)
            .with("from", getFrom())
            .with("to", getTo())
            .with("before", next)
            .toString();
  }

  public String getActor() {
    return actor;
  }

  public void setActor(@Nullable String value) {
    actor = orEmpty(value);
  }

  public String getAct() {
    return act;
  }

  public void setAct(@Nullable String value) {
    act = orEmpty(value);
  }

  public String getSubjectType() {
    return subjectType;
  }

  public void setSubjectType(@Nullable String value) {
    subjectType = orEmpty(value);
  }

  public String getSubjectId() {
    return subjectId;
  }

  public void setSubjectId(@Nullable String value) {
    subjectId = orEmpty(value);
  }
}
