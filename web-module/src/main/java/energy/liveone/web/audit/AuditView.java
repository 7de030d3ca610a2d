package energy.liveone.web.audit;

import energy.liveone.access.AccessService;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditEntry;
import energy.liveone.audit.AuditQuery;
import energy.liveone.audit.AuditTrail;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page with the audit log. What is filtered for is in its address. */
@Named("audit")
@RequestScoped
public class AuditView {
  private static final int PAGE = 50;

  private final AccessService access;
  private final AuditTrail trail;
  private final Words words;
  private String actor = "";
  private String act = "";
  private String subjectType = "";
  private String subjectId = "";
  private String from = "";
  private String to = "";
  private String before = "";
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
                day(from, 0),
                day(to, 1),
                before.matches("\\d{1,18}") ? Long.valueOf(before) : null,
                PAGE));
    rows = entries.stream().map(entry -> AuditRow.of(entry, words.texts())).toList();
    next = entries.size() == PAGE ? entries.get(PAGE - 1).id() : null;
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /** The start of a day in UTC, some days later; nothing for what is no day. */
  private static @Nullable Instant day(String text, int later) {
    try {
      return text.isBlank()
          ? null
          : LocalDate.parse(text.strip()).plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
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
    return !(actor + act + subjectType + subjectId + from + to).isBlank();
  }

  /** The address of older entries; empty when there are none. */
  public String getOlder() {
    return next == null
        ? ""
        : "/admin/audit?actor=%s&act=%s&subjectType=%s&subjectId=%s&from=%s&to=%s&before=%d"
            .formatted(
                encoded(actor),
                encoded(act),
                encoded(subjectType),
                encoded(subjectId),
                encoded(from),
                encoded(to),
                next);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public String getActor() {
    return actor;
  }

  public void setActor(@Nullable String value) {
    actor = value == null ? "" : value;
  }

  public String getAct() {
    return act;
  }

  public void setAct(@Nullable String value) {
    act = value == null ? "" : value;
  }

  public String getSubjectType() {
    return subjectType;
  }

  public void setSubjectType(@Nullable String value) {
    subjectType = value == null ? "" : value;
  }

  public String getSubjectId() {
    return subjectId;
  }

  public void setSubjectId(@Nullable String value) {
    subjectId = value == null ? "" : value;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String value) {
    from = value == null ? "" : value;
  }

  public String getTo() {
    return to;
  }

  public void setTo(@Nullable String value) {
    to = value == null ? "" : value;
  }

  public String getBefore() {
    return before;
  }

  public void setBefore(@Nullable String value) {
    before = value == null ? "" : value;
  }
}
