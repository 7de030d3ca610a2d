package energy.liveone.quota;

import energy.liveone.quota.LimitUse.Slot;
import energy.liveone.quota.QuotaDecision.Denied;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a system may be polled so that what its vendor allows lasts. Pure.
 *
 * <p>The vendor's rhythm says when there is something new, night and day included; the planner
 * counts the beats of a day, sees how many calls all systems under each limit would need for them,
 * and when that is more than the limit has left, keeps only every so-manieth beat. Everybody under
 * a limit reckons from the same numbers, so all get the same share. Nothing here keeps a limit: the
 * ledger does.
 */
public final class QuotaPlanner {
  private static final Duration DAY = Duration.ofDays(1);

  /** A vendor that is heard every minute has 1,440 beats a day. */
  private static final int MOST_BEATS = 1_500;

  private static final double MOST_STRETCH = 10_000;

  /** Parts of a rolling window at whose ends there must have been enough calls. */
  private static final int CHECKPOINTS = 8;

  /** A mean of fewer polls says little; until then the adapter's own figure counts. */
  private static final int TELLING_POLLS = 3;

  private static final Duration SHORTEST_SPREAD = Duration.ofSeconds(5);
  private static final double GOLDEN = 0.6180339887498949;

  private QuotaPlanner() {}

  /** The next poll after one that was made; the next beat when there are no limits. */
  public static Instant next(PolledSite site, List<LimitOutlook> limits, Instant now) {
    if (limits.isEmpty()) {
      return beat(site, now);
    }
    List<Instant> beats = beatsOfADay(site, now);
    double stretch = 1;
    for (LimitOutlook limit : limits) {
      stretch = Math.max(stretch, stretch(site, limit, beats, now));
    }
    return beatAfter(site, beats, rounded(Math.min(stretch, MOST_STRETCH), site, now), now);
  }

  /**
   * The next attempt after the ledger or the vendor had none left. Those who wait for the same
   * moment come back one after the other, over the time in which the limit can serve them all but
   * not for longer than they waited, and not always in the same order.
   */
  public static Instant nextAfterDenial(PolledSite site, Denied denied, Instant now) {
    double turn = dice(site, denied.until());
    Duration fair =
        denied.outlooks().stream()
            .filter(outlook -> outlook.limit().equals(denied.limit()))
            .findFirst()
            .map(QuotaPlanner::timeForAll)
            .orElse(SHORTEST_SPREAD);
    Duration wait = Duration.between(now, denied.until());
    Duration most = wait.compareTo(SHORTEST_SPREAD) < 0 ? SHORTEST_SPREAD : wait;
    Duration spread = fair.compareTo(most) < 0 ? fair : most;
    return denied.until().plusMillis((long) (turn * spread.toMillis()));
  }

  /**
   * When a limit will be used up if calls go on as of late; empty when it lasts.
   *
   * @param now used-up limits are exhausted now
   */
  public static Optional<Instant> exhaustion(LimitOutlook outlook, Instant now) {
    LimitUse use = outlook.use();
    int left = outlook.limit().limit().calls() - use.usedCalls(now);
    if (left <= 0) {
      return Optional.of(now);
    }
    boolean month = outlook.limit().limit().calendarMonth();
    Duration window = outlook.limit().limit().window();
    Instant end = month ? SlotGrid.nextMonth(now) : now.plus(window);
    Duration late = month ? DAY.multipliedBy(3) : window.dividedBy(4);
    double recent = use.callsSince(now.minus(late)) / (double) late.toSeconds();
    if (!month) {
      Duration before = window.minus(late);
      int freed = use.usedCalls(now) - use.callsSince(now.minus(late));
      recent -= freed / (double) Math.max(1, before.toSeconds());
    }
    if (recent <= 0) {
      return Optional.empty();
    }
    double seconds = left / recent;
    return seconds >= Duration.between(now, end).toSeconds()
        ? Optional.empty()
        : Optional.of(now.plusSeconds((long) seconds));
  }

  /** In how much time a limit has a call for each system. */
  private static Duration timeForAll(LimitOutlook outlook) {
    return outlook
        .limit()
        .limit()
        .window()
        .multipliedBy(outlook.systems())
        .dividedBy(Math.max(1, outlook.use().scheduleShare()));
  }

  /** How many beats share one poll under a limit; at most 1 when there is enough for all. */
  private static double stretch(
      PolledSite site, LimitOutlook outlook, List<Instant> beats, Instant now) {
    double callsPerBeat = outlook.systems() * callsPerPoll(site, outlook.use(), now);
    Duration window = outlook.limit().limit().window();
    double fresh =
        callsPerBeat * beatsIn(window, beats) / Math.max(1, outlook.use().scheduleShare());
    if (outlook.limit().limit().calendarMonth()) {
      double left = beatsIn(Duration.between(now, SlotGrid.nextMonth(now)), beats);
      double stretch = share(callsPerBeat * left, outlook.use().room(QuotaUse.SCHEDULE, now));
      // With nothing left this month, the next one is begun at the places that fit it.
      return Math.min(stretch, left + fresh * site.place());
    }
    if (window.compareTo(DAY) < 0) {
      return fresh;
    }
    double stretch = fresh;
    for (int i = 1; i <= CHECKPOINTS; i++) {
      Instant checkpoint = now.plus(window.multipliedBy(i).dividedBy(CHECKPOINTS));
      double until = count(beats, now, checkpoint);
      int allowed = outlook.use().room(QuotaUse.SCHEDULE, checkpoint);
      // A shortage before a checkpoint is no reason to wait beyond it.
      stretch = Math.max(stretch, Math.min(share(callsPerBeat * until, allowed), until));
    }
    return stretch;
  }

  private static double share(double needed, int allowed) {
    return needed > 0 ? needed / allowed : 0;
  }

  private static double beatsIn(Duration time, List<Instant> beats) {
    return (double) beats.size() * time.toSeconds() / DAY.toSeconds();
  }

  private static double callsPerPoll(PolledSite site, LimitUse use, Instant now) {
    Slot used = use.used(now);
    return used.polls() < TELLING_POLLS
        ? site.callsPerPoll()
        : Math.max(1, used.scheduled() / (double) used.polls());
  }

  /** Beats until a time, by those of the first day. */
  private static double count(List<Instant> beats, Instant now, Instant until) {
    long days = Duration.between(now, until).toDays();
    Instant within = until.minus(DAY.multipliedBy(days));
    return days * beats.size() + beats.stream().filter(beat -> !beat.isAfter(within)).count();
  }

  private static List<Instant> beatsOfADay(PolledSite site, Instant now) {
    List<Instant> beats = new ArrayList<>();
    Instant end = now.plus(DAY);
    Instant beat = beat(site, now);
    while (!beat.isAfter(end) && beats.size() < MOST_BEATS) {
      beats.add(beat);
      beat = beat(site, beat);
    }
    return beats;
  }

  private static Instant beat(PolledSite site, Instant after) {
    return site.rhythm().next(after, site.system(), site.place());
  }

  /** Rounds up as often as the fraction says, differently for each system and time. */
  private static int rounded(double stretch, PolledSite site, Instant now) {
    int whole = (int) Math.floor(stretch);
    return Math.max(1, dice(site, now) < stretch - whole ? whole + 1 : whole);
  }

  private static Instant beatAfter(PolledSite site, List<Instant> beats, int number, Instant now) {
    if (beats.isEmpty()) {
      return beat(site, now);
    }
    int days = (number - 1) / beats.size();
    Instant from = now.plus(DAY.multipliedBy(days));
    Instant beat = from;
    for (int i = days * beats.size(); i < number; i++) {
      beat = beat(site, beat);
    }
    return beat;
  }

  /** A number from 0 to 1 that each site has differently each minute. */
  private static double dice(PolledSite site, Instant time) {
    long minute = time.getEpochSecond() / 60;
    double number = site.place() + GOLDEN * minute;
    return number - Math.floor(number);
  }
}
