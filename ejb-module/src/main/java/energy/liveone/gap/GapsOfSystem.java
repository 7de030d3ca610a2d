package energy.liveone.gap;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.reading.LatestSnapshot;
import energy.liveone.reading.LatestValues;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemStatus;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of the gaps of a system, and of the outage that lasts. */
@ApplicationScoped
public class GapsOfSystem {
  /** Most gaps of one answer. */
  public static final int MOST = 1_000;

  private final JpaListedGaps gaps;
  private final JpaWatchedSystems systems;
  private final LatestValues latest;
  private final VendorRegistry vendors;
  private final Clock clock;

  @Inject
  public GapsOfSystem(
      JpaListedGaps gaps,
      JpaWatchedSystems systems,
      LatestValues latest,
      VendorRegistry vendors,
      Clock clock) {
    this.gaps = gaps;
    this.systems = systems;
    this.latest = latest;
    this.vendors = vendors;
    this.clock = clock;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected GapsOfSystem() {
    this(null, null, null, null, null);
  }

  /**
   * Which gaps are wanted.
   *
   * @param stateOrNull null for all
   * @param fromOrNull gaps that end later; null for all
   * @param toOrNull gaps that begin earlier; null for all
   */
  public record Wanted(
      @Nullable GapState stateOrNull, @Nullable Instant fromOrNull, @Nullable Instant toOrNull) {
    Stretch within() {
      return new Stretch(
          fromOrNull == null ? 0 : fromOrNull.getEpochSecond(),
          toOrNull == null ? Integer.MAX_VALUE * 2L : toOrNull.getEpochSecond());
    }
  }

  /**
   * The gaps of a system, those that end last first; before them the outage that lasts, if any.
   *
   * @param limit most recorded gaps, up to {@link #MOST}
   */
  @RequireSystemAccess(Permission.READ)
  public List<ListedGap> find(SystemId system, Wanted wanted, int limit) {
    List<ListedGap> found = new ArrayList<>();
    if (wanted.stateOrNull() == null || wanted.stateOrNull() == GapState.OPEN) {
      outage(system)
          .filter(gap -> wanted.toOrNull() == null || gap.from().isBefore(wanted.toOrNull()))
          .ifPresent(found::add);
    }
    found.addAll(gaps.find(system, wanted.stateOrNull(), wanted.within(), Math.min(limit, MOST)));
    return found;
  }

  /** The same for those who may change the system. */
  @RequireSystemAccess(Permission.OWN)
  public List<ListedGap> findAsOwner(SystemId system, Wanted wanted) {
    return find(system, wanted, MOST);
  }

  private Optional<ListedGap> outage(SystemId id) {
    Instant now = clock.instant();
    return systems
        .find(id)
        .filter(system -> system.status() != SystemStatus.PAUSED)
        .flatMap(
            system ->
                Optional.ofNullable(latest.of(List.of(id)).get(id))
                    .flatMap(LatestSnapshot::newest)
                    .filter(newest -> isOverdue(system, newest, now))
                    .map(newest -> lasting(newest, now)));
  }

  private boolean isOverdue(WatchedSystem system, Instant newest, Instant now) {
    Instant silentUntil =
        vendors
            .adapter(system.vendor())
            .map(adapter -> adapter.rhythm().silentUntil(newest, system.view()))
            .orElse(newest);
    return silentUntil.plusSeconds(system.toleranceSeconds()).isBefore(now);
  }

  private static ListedGap lasting(Instant newest, Instant now) {
    return new ListedGap(
        null, null, newest, null, GapState.OPEN, GapReason.NOT_REPORTING, null, 0, now, now, null);
  }
}
