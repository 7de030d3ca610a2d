package energy.liveone.vendor;

import energy.liveone.point.PointKey;
import energy.liveone.system.VendorType;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * The role of a vendor that can be asked for the past, so that an outage of ours leaves no hole.
 * Like an adapter: a stateless CDI bean that never blocks and maps every error to a {@link
 * Failure}.
 */
public interface HistorySource {
  /** The vendor. */
  VendorType vendorType();

  /**
   * The longest stretch of one request. Requests begin and end at local midnights of the site, or
   * now; a stretch is at least one local day.
   */
  int daysPerRequest();

  /** How far back the vendor answers at all. */
  Duration reach();

  /** Most calls that one request takes. */
  int callsPerRequest(VendorSystem system);

  /** Whether the vendor's history tells this point of every interval, so that none may lack it. */
  boolean covers(PointKey point, VendorSystem system);

  /**
   * How long a value of this point may be missing although all is well, counted from the end of its
   * interval: the vendor's own lateness. Nobody asks the history for it earlier. An hour unless the
   * vendor says otherwise; metered usage takes days.
   */
  default Duration settlesWithin(PointKey point) {
    return Duration.ofHours(1);
  }

  /**
   * Reads the past. {@link FetchResult.NothingNew} when the vendor has nothing for the stretch.
   *
   * @param from exclusive start: a local midnight of the site
   * @param to inclusive end: a local midnight of the site, or now
   * @param allowance calls that may be made; when it ends too early, the answer is what was read
   */
  CompletionStage<FetchResult> fetchHistory(
      VendorSystem system, Credentials credentials, Instant from, Instant to, Allowance allowance);
}
