package energy.liveone.quota;

import energy.liveone.quota.LimitUse.Slot;
import energy.liveone.quota.QuotaDecision.Denied;
import energy.liveone.quota.QuotaDecision.Granted;
import energy.liveone.quota.QuotaLedger.Settlement;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of the ledger that somebody has open: decides, settles, and says what changed. For one
 * thread, and under a lock on the scopes for as long as others may open the same pages.
 */
final class QuotaBooks {
  private static final int[] REFUSED_MINUTES = {5, 10, 20, 40, 60};

  /** Longer than any window: a vendor that names a later time is taken for confused. */
  private static final Duration LONGEST_BLOCK = Duration.ofDays(32);

  private final Map<ScopedLimit, LimitUse> uses = new HashMap<>();
  private final Map<ScopeKey, ScopeState> scopes = new HashMap<>();
  private final List<Booking> bookings = new ArrayList<>();

  /**
   * A scope beside its limits.
   *
   * @param blockedUntil the vendor wants no calls before; {@link Instant#MIN} when it never said
   * @param refusals how often it refused in a row
   * @param systems how many systems the schedule polls under it
   */
  record ScopeState(Instant blockedUntil, int refusals, int systems) {
    static final ScopeState NEW = new ScopeState(Instant.MIN, 0, 1);
  }

  /** A change of one slot. */
  record Booking(ScopedLimit limit, long slot, Slot change) {}

  /** Opens the page of a limit. */
  void open(ScopedLimit limit, Map<Long, Slot> slots) {
    uses.put(limit, new LimitUse(limit.limit(), slots));
  }

  /** Says how a scope stands. */
  void open(ScopeKey key, ScopeState state) {
    scopes.put(key, state);
  }

  ScopeState state(ScopeKey key) {
    return scopes.getOrDefault(key, ScopeState.NEW);
  }

  /** Changes so far, in order. */
  List<Booking> bookings() {
    return List.copyOf(bookings);
  }

  /** Decides, and books what it grants. */
  QuotaDecision decide(QuotaRequest request, Instant now) {
    if (request.limits().isEmpty()) {
      return new Granted(request, Allowance.unlimited(), now, List.of());
    }
    Optional<Denied> blocked = blocked(request, now);
    if (blocked.isPresent()) {
      return blocked.get();
    }
    int least = request.atLeast();
    int room = request.calls();
    for (ScopedLimit limit : request.limits()) {
      least = Math.min(least, use(limit).most(request.use()));
      room = Math.min(room, use(limit).room(request.use(), now));
    }
    return room < least ? denied(request, least, now) : granted(request, room, now);
  }

  private Optional<Denied> blocked(QuotaRequest request, Instant now) {
    return request.limits().stream()
        .filter(limit -> state(limit.key()).blockedUntil().isAfter(now))
        .max(Comparator.comparing(limit -> state(limit.key()).blockedUntil()))
        .map(
            limit ->
                new Denied(
                    request, state(limit.key()).blockedUntil(), limit, true, outlooks(request)));
  }

  private Denied denied(QuotaRequest request, int least, Instant now) {
    ScopedLimit tightest = request.limits().get(0);
    Instant until = now;
    for (ScopedLimit limit : request.limits()) {
      Instant free = use(limit).roomAt(request.use(), least, now);
      if (free.isAfter(until)) {
        until = free;
        tightest = limit;
      }
    }
    return new Denied(request, until, tightest, false, outlooks(request));
  }

  private Granted granted(QuotaRequest request, int calls, Instant now) {
    Instant booked = now.plus(LimitUse.LONGEST_USE);
    for (ScopedLimit limit : request.limits()) {
      book(limit, booked, slot(request.use(), calls, 1));
    }
    return new Granted(request, Allowance.of(calls), booked, outlooks(request));
  }

  /** Moves used calls to now and gives back the others; notes a refusal of the vendor. */
  void settle(Settlement settlement, Instant now) {
    Granted granted = settlement.granted();
    QuotaUse use = granted.request().use();
    int used = granted.allowance().used();
    int polls = used > 0 ? 1 : 0;
    for (ScopedLimit limit : granted.request().limits()) {
      // A month must not lose calls to the next one, whose first slot "now" may be.
      Instant when = limit.limit().calendarMonth() ? granted.booked() : now;
      book(limit, granted.booked(), slot(use, -granted.calls(), -1));
      book(limit, when, slot(use, used, polls));
    }
    if (settlement.limited() != null) {
      block(granted.request(), settlement.limited(), now);
    } else if (used > 0) {
      granted.request().limits().forEach(limit -> unblock(limit.key()));
    }
  }

  /**
   * Vendors rarely say which of their limits was hit: it is taken to be the one that is fullest by
   * our own count, and of equals the one that most share.
   */
  private void block(QuotaRequest request, Failure refusal, Instant now) {
    request.limits().stream()
        .min(
            Comparator.<ScopedLimit>comparingDouble(limit -> -fullness(limit, now))
                .thenComparing(limit -> limit.limit().scope()))
        .ifPresent(
            limit -> {
              ScopeState state = state(limit.key());
              int minutes = REFUSED_MINUTES[Math.min(state.refusals(), REFUSED_MINUTES.length - 1)];
              Instant latest = now.plus(LONGEST_BLOCK);
              Instant until =
                  refusal
                      .retryTime()
                      .filter(at -> at.isAfter(now))
                      .map(at -> at.isAfter(latest) ? latest : at)
                      .orElse(now.plus(Duration.ofMinutes(minutes)));
              scopes.put(
                  limit.key(),
                  new ScopeState(
                      until.isAfter(state.blockedUntil()) ? until : state.blockedUntil(),
                      state.refusals() + 1,
                      state.systems()));
            });
  }

  private void unblock(ScopeKey key) {
    ScopeState state = state(key);
    if (state.refusals() > 0) {
      scopes.put(key, new ScopeState(state.blockedUntil(), 0, state.systems()));
    }
  }

  private double fullness(ScopedLimit limit, Instant now) {
    return use(limit).usedCalls(now) / (double) limit.limit().calls();
  }

  private static Slot slot(QuotaUse use, int calls, int polls) {
    return use.isScheduled() ? new Slot(calls, 0, polls) : new Slot(0, calls, 0);
  }

  private void book(ScopedLimit limit, Instant when, Slot change) {
    use(limit).book(when, change);
    bookings.add(new Booking(limit, use(limit).grid().slotOf(when), change));
  }

  private LimitUse use(ScopedLimit limit) {
    return uses.computeIfAbsent(limit, key -> new LimitUse(key.limit(), Map.of()));
  }

  private List<LimitOutlook> outlooks(QuotaRequest request) {
    return request.limits().stream()
        .map(
            limit ->
                new LimitOutlook(
                    limit, use(limit).copy(), Math.max(1, state(limit.key()).systems())))
        .toList();
  }
}
