package energy.liveone.web.admin;

import energy.liveone.access.AccessService;
import energy.liveone.polling.VendorCircuits;
import energy.liveone.quota.QuotaLine;
import energy.liveone.quota.QuotaReport;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Presents {@code /admin/diagnostics}: whether vendors are called, what they allow and what of it
 * is used; of the one system that the address names, only what concerns it.
 */
@Named("adminDiagnostics")
@RequestScoped
public class AdminDiagnosticsView {
  private static final int ID_LENGTH = 8;

  @Inject private AccessService access;
  @Inject private QuotaReport quotas;
  @Inject private VendorCircuits circuits;
  @Inject private DiagnosisView chosen;
  @Inject private Words words;

  /** A limit in words; times are ISO-8601 for scripts and empty for never. */
  public record Limit(
      String vendor,
      String scope,
      String window,
      int used,
      int limit,
      int percent,
      int systems,
      int waiting,
      String blockedUntil,
      String exhausted,
      String nextPoll) {}

  /** Whether a vendor is called at all, in words. */
  public record Vendor(String name, String state, String style, String failed) {}

  /** Lets administrators in. */
  public void load() {
    access.requireAdmin();
  }

  /** The limits. */
  public List<Limit> getLimits() {
    return chosen.found().map(one -> quotas.of(one.system().id())).orElseGet(quotas::all).stream()
        .map(this::limit)
        .toList();
  }

  private Limit limit(QuotaLine line) {
    QuotaLimit limit = line.limit().limit();
    int percent = limit.calls() == 0 ? 0 : Math.min(100, 100 * line.used() / limit.calls());
    return new Limit(
        line.vendor().value(),
        line.limit().scopeName() + " " + line.limit().key().hex().substring(0, ID_LENGTH),
        limit.calendarMonth()
            ? words.text("admin.quota.month")
            : words.text("admin.quota.window", limit.window().toMinutes()),
        line.used(),
        limit.calls(),
        percent,
        line.systems(),
        line.waiting(),
        text(line.blockedUntilOrNull()),
        text(line.exhaustionOrNull()),
        text(line.nextPollOrNull()));
  }

  private static String text(@Nullable Instant time) {
    return time == null ? "" : time.toString();
  }

  /** The vendors that were called. */
  public List<Vendor> getVendors() {
    return circuits.states().stream()
        .filter(
            one ->
                chosen
                    .found()
                    .map(system -> system.system().vendorType().equals(one.vendor()))
                    .orElse(true))
        .map(
            one ->
                new Vendor(
                    one.vendor().value(),
                    words.text("admin.circuit." + one.name()),
                    one.name().equals("closed") ? "ok" : "bad",
                    one.failedPercent().map(percent -> percent + "\u00a0%").orElse("\u2013")))
        .toList();
  }
}
