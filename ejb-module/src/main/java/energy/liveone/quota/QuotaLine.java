package energy.liveone.quota;

import energy.liveone.system.VendorType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one limit stands.
 *
 * @param limit the limit, and whose it is by the hash of its account
 * @param used calls that count now, those set aside included
 * @param usedBySchedule of these, those of the schedule
 * @param reserve calls that the schedule leaves to people and back-fill
 * @param left calls that the schedule may still make
 * @param systems how many systems the schedule polls under it
 * @param waiting of these, how many wait for calls
 * @param blockedUntilOrNull the vendor wants no calls before
 * @param exhaustionOrNull when it will be used up if calls go on as of late; null when it lasts
 * @param nextPollOrNull when the schedule polls next under it
 */
public record QuotaLine(
    VendorType vendor,
    ScopedLimit limit,
    int used,
    int usedBySchedule,
    int reserve,
    int left,
    int systems,
    int waiting,
    @Nullable Instant blockedUntilOrNull,
    @Nullable Instant exhaustionOrNull,
    @Nullable Instant nextPollOrNull) {

  static QuotaLine of(JpaQuotaReport.ScopeLine scope, LimitOutlook outlook, Instant now) {
    LimitUse use = outlook.use();
    Instant blocked = scope.blockedUntil();
    return new QuotaLine(
        scope.vendor(),
        outlook.limit(),
        use.usedCalls(now),
        use.used(now).scheduled(),
        use.reserve(),
        use.room(QuotaUse.SCHEDULE, now),
        scope.systems(),
        scope.waiting(),
        blocked != null && blocked.isAfter(now) ? blocked : null,
        QuotaPlanner.exhaustion(outlook, now).orElse(null),
        scope.nextPoll());
  }
}
