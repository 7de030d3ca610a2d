package energy.liveone.api.admin;

import energy.liveone.access.RequireAdmin;
import energy.liveone.api.json.Gzipped;
import energy.liveone.polling.VendorCircuits;
import energy.liveone.quota.QuotaLine;
import energy.liveone.quota.QuotaReport;
import energy.liveone.vendor.QuotaLimit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What vendors allow and what of it is used, and whether they are called at all. */
@Path("/admin/quota")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuotaResource {
  /** Enough of a hash to tell accounts apart. */
  private static final int ID_LENGTH = 12;

  @Inject private QuotaReport quotas;
  @Inject private VendorCircuits circuits;

  /** The shape of the answer. */
  public record QuotaAnswer(boolean success, List<LimitLine> data, List<VendorLine> vendors) {}

  /**
   * One limit. Times are ISO-8601.
   *
   * @param id tells accounts and sites apart without naming them
   * @param window {@code P1M} for the calendar month in UTC, else the length of a rolling window
   */
  @JsonbNillable
  public record LimitLine(
      String vendorType,
      String scope,
      String id,
      String window,
      int limit,
      int used,
      int usedBySchedule,
      int reserve,
      int left,
      int systems,
      int waiting,
      @Nullable String blockedUntil,
      @Nullable String projectedExhaustion,
      @Nullable String nextPoll) {
    static LimitLine of(QuotaLine line) {
      QuotaLimit limit = line.limit().limit();
      return new LimitLine(
          line.vendor().value(),
          line.limit().scopeName(),
          line.limit().key().hex().substring(0, ID_LENGTH),
          limit.calendarMonth() ? "P1M" : limit.window().toString(),
          limit.calls(),
          line.used(),
          line.usedBySchedule(),
          line.reserve(),
          line.left(),
          line.systems(),
          line.waiting(),
          text(line.blockedUntilOrNull()),
          text(line.exhaustionOrNull()),
          text(line.nextPollOrNull()));
    }

    private static @Nullable String text(@Nullable Instant time) {
      return time == null ? null : time.toString();
    }
  }

  /**
   * One vendor, as the node that answers sees it.
   *
   * @param circuit {@code closed} while calls are made, {@code open} while none are because nearly
   *     all failed, {@code half_open} while the vendor is probed
   */
  @JsonbNillable
  public record VendorLine(String vendorType, String circuit, @Nullable Integer failedPercent) {
    static VendorLine of(VendorCircuits.State state) {
      return new VendorLine(
          state.vendor().value(), state.name(), state.failedPercent().orElse(null));
    }
  }

  /** All limits, and the vendors that were called. */
  @GET
  @RequireAdmin
  @Gzipped
  public QuotaAnswer list() {
    return new QuotaAnswer(
        true,
        quotas.all().stream().map(LimitLine::of).toList(),
        circuits.states().stream().map(VendorLine::of).toList());
  }
}
