package energy.liveone.web.admin;

import energy.liveone.access.AccessService;
import energy.liveone.history.SessionEntry;
import energy.liveone.history.SessionLog;
import energy.liveone.history.SessionQuery;
import energy.liveone.polling.SessionCause;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.FailureCode;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import energy.liveone.web.address.Address;
import energy.liveone.web.address.FilteredList;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Presents {@code /admin/sessions}: contacts with vendors, filtered as the address says. */
@Named("adminSessions")
@RequestScoped
public class AdminSessionsView extends FilteredList {
  private static final int PAGE = 50;

  @Inject private AccessService access;
  @Inject private SessionLog log;
  @Inject private VendorRegistry vendors;
  @Inject private Words words;
  private String system = "";
  private String vendor = "";
  private String outcome = "";
  private String cause = "";
  private String code = "";
  private List<Row> rows = List.of();
  private @Nullable Long next;

  /** Something that can be filtered for. */
  public record Choice(String value, String label, boolean chosen) {}

  /** One contact, in words; {@code time} is ISO-8601 for scripts. */
  public record Row(
      long id,
      int system,
      String name,
      String vendor,
      String time,
      String cause,
      boolean successful,
      String outcome,
      String rows,
      String took,
      String response) {}

  /** Finds what fits. */
  public void load() {
    access.requireAdmin();
    List<SessionEntry> found =
        log.find(
            new SessionQuery(
                SystemId.parse(system.strip()).orElse(null),
                orNull(vendor),
                outcome.isEmpty() ? null : (Boolean) outcome.equals("ok"),
                orNull(cause),
                orNull(code),
                startOrNull(),
                endOrNull(),
                beforeOrNull(),
                PAGE));
    rows = found.stream().map(this::row).toList();
    next = found.size() == PAGE ? found.get(PAGE - 1).id() : null;
  }

  private Row row(SessionEntry one) {
    String problem = one.error() == null ? one.errorCode() : one.error();
    return new Row(
        one.id(),
        one.systemId(),
        one.systemName(),
        one.vendorType(),
        Instant.ofEpochMilli(one.startedMillis()).toString(),
        words.text("system.cause." + one.cause()),
        one.successful(),
        one.successful()
            ? words.text("system.sessions.ok")
            : words.text("system.sessions.failed", problem == null ? "" : problem),
        one.numRows() == null ? "" : one.numRows().toString(),
        one.durationMs() == null ? "" : one.durationMs() + "\u00a0ms",
        one.response() == null ? "" : one.response());
  }

  public List<Row> getRows() {
    return rows;
  }

  /** The address of older ones; empty when there are none. */
  public String getOlder() {
    return next == null
        ? ""
        : Address.of("/admin/sessions")
            .with("system", system)
            .with("vendor", vendor)
            .with("outcome", outcome)
            .with("cause", cause)
            .with("code", code)
            .with("from", getFrom())
            .with("to", getTo())
            .with("before", next)
            .toString();
  }

  /** The vendors. */
  public List<Choice> getVendors() {
    return vendors.adapters().stream()
        .map(VendorAdapter::vendorType)
        .map(type -> new Choice(type.value(), type.value(), type.value().equals(vendor)))
        .toList();
  }

  /** What asked for the contact. */
  public List<Choice> getCauses() {
    return Arrays.stream(SessionCause.values())
        .map(
            one ->
                new Choice(
                    one.name(), words.text("system.cause." + one.name()), one.name().equals(cause)))
        .toList();
  }

  /** Done or failed. */
  public List<Choice> getOutcomes() {
    return List.of(
        new Choice("ok", words.text("system.sessions.ok"), outcome.equals("ok")),
        new Choice("failed", words.text("admin.failed"), outcome.equals("failed")));
  }

  /** What may have gone wrong. */
  public List<Choice> getCodes() {
    return Arrays.stream(FailureCode.values())
        .map(one -> new Choice(one.name(), one.name(), one.name().equals(code)))
        .toList();
  }

  public String getSystem() {
    return system;
  }

  public void setSystem(@Nullable String value) {
    system = orEmpty(value);
  }

  public String getVendor() {
    return vendor;
  }

  public void setVendor(@Nullable String value) {
    vendor = orEmpty(value);
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable String value) {
    outcome = orEmpty(value);
  }

  public String getCause() {
    return cause;
  }

  public void setCause(@Nullable String value) {
    cause = orEmpty(value);
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String value) {
    code = orEmpty(value);
  }
}
