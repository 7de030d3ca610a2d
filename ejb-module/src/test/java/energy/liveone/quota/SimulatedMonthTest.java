package energy.liveone.quota;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.polling.VendorView;
import energy.liveone.quota.QuotaDecision.Denied;
import energy.liveone.quota.QuotaDecision.Granted;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.Allowance;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.GeoPoint;
import energy.liveone.vendor.OAuthTokens;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.QuotaLimit.Scope;
import energy.liveone.vendor.Surroundings;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorSystem;
import energy.liveone.vendor.enphase.EnphaseParts;
import energy.liveone.vendor.solaredge.SolarEdgeParts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A month of 40 SolarEdge sites on two accounts and 60 Enphase systems on the free plan, with
 * people who press refresh and a back-fill that takes what it can get. Calls are counted here as
 * the vendors would: at the moment when each is made, in windows that roll by the second.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedMonthTest {
  private static final Instant START = Instant.parse("2026-10-30T00:00:00Z");
  private static final Instant END = Instant.parse("2026-12-03T00:00:00Z");
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  private static final GeoPoint PLACE = new GeoPoint(-37.81, 144.96);
  private static final int SITES = 40;
  private static final int SYSTEMS = 60;

  private final Random random = new Random(20_261_101);
  private final SettableClock clock = new SettableClock(START);
  private final MemoryLedger ledger = new MemoryLedger(clock);
  private final Surroundings surroundings =
      Surroundings.of("enphase", "http://127.0.0.1:9", clock, Duration.ofSeconds(1));
  private final VendorAdapter solarEdge = SolarEdgeParts.adapter(surroundings);
  private final VendorAdapter enphase = EnphaseParts.adapter(surroundings);
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
  private final Map<ScopedLimit, List<Instant>> calls = new HashMap<>();
  private final Map<Integer, List<Instant>> polls = new TreeMap<>();
  private final Map<Integer, Map<String, String>> memories = new HashMap<>();
  private int order;
  private int forced;
  private int backfilled;

  /** Something that happens at a time; of equals, what was said first. */
  private record Event(Instant at, int order, Runnable what) {}

  /** A system with all that polling it takes. */
  private record Polled(int id, VendorAdapter adapter, Credentials credentials, PolledSite site) {
    QuotaRequest poll(boolean forced) {
      return QuotaRequest.poll(new SystemId(id + 1), adapter, site.system(), credentials, forced);
    }

    QuotaRequest backfill(int calls) {
      return QuotaRequest.backfill(
          new SystemId(id + 1), adapter, site.system(), credentials, calls);
    }
  }

  @BeforeAll
  void simulate() {
    List<Polled> all = new ArrayList<>();
    IntStream.range(0, SITES).mapToObj(this::solarEdge).forEach(all::add);
    IntStream.range(SITES, SITES + SYSTEMS).mapToObj(this::enphase).forEach(all::add);
    all.forEach(system -> at(START, () -> poll(system)));
    at(START.plus(Duration.ofHours(3)), () -> press(all));
    at(START.plus(Duration.ofHours(5)), () -> backfill(all));
    while (!events.isEmpty() && events.peek().at().isBefore(END)) {
      Event event = events.remove();
      clock.set(event.at());
      event.what().run();
    }
  }

  @AfterAll
  void close() {
    surroundings.close();
  }

  @Test
  void noLimitIsEverExceededInAnyWindow() {
    assertThat(calls).hasSize(2 + SITES + 2);
    calls.forEach(
        (limit, times) ->
            assertThat(mostInAWindow(limit.limit(), times))
                .as("%s of %s", limit.limit(), limit.key())
                .isLessThanOrEqualTo(limit.limit().calls()));
  }

  @Test
  void whatIsAllowedIsPutToUse() {
    calls.forEach(
        (limit, times) -> {
          if (limit.limit().scope() == Scope.CREDENTIAL) {
            assertThat(times.size() / 34.0).isBetween(220.0, 300.0);
          } else if (limit.limit().calendarMonth()) {
            long november = times.stream().filter(t -> t.toString().startsWith("2026-11")).count();
            assertThat(november).isBetween(900L, 1000L);
          }
        });
    assertThat(forced).isPositive();
    assertThat(backfilled).isPositive();
  }

  @Test
  void everySystemGetsItsShare() {
    IntSummaryStatistics solarEdge = pollsOf(0, SITES);
    IntSummaryStatistics enphase = pollsOf(SITES, SITES + SYSTEMS);

    assertThat(solarEdge.getMax()).isLessThanOrEqualTo(solarEdge.getMin() * 5 / 4);
    assertThat(enphase.getMax()).isLessThanOrEqualTo(enphase.getMin() * 3 / 2);
  }

  @Test
  void noSystemStarves() {
    polls.forEach(
        (system, times) ->
            assertThat(longestWait(times))
                .as("system %s", system)
                .isLessThan(Duration.ofHours(system < SITES ? 24 : 72)));
  }

  private Polled solarEdge(int id) {
    return polled(id, solarEdge, new Credentials(Map.of("apiKey", "key-of-account-" + id % 2)));
  }

  private Polled enphase(int id) {
    OAuthTokens tokens = new OAuthTokens("access", "refresh", Instant.EPOCH, "account-" + id);
    return polled(id, enphase, tokens.credentials());
  }

  /** With the limits, the calls and the rhythm that the adapter declares. */
  private static Polled polled(int id, VendorAdapter adapter, Credentials credentials) {
    VendorSystem system =
        new VendorSystem("system:" + id, "" + (1_482_210 + id), MELBOURNE, PLACE, Map.of());
    double place = VendorView.place(new SystemId(id + 1));
    return new Polled(
        id,
        adapter,
        credentials,
        new PolledSite(adapter.rhythm(), system, place, adapter.callsPerPoll(system)));
  }

  private void poll(Polled system) {
    ledger
        .reserve(system.poll(false))
        .fold(
            granted -> {
              polls.computeIfAbsent(system.id(), id -> new ArrayList<>()).add(clock.instant());
              converse(system, granted, callsWanted(system, granted));
              return true;
            },
            denied -> {
              at(later(system, denied), () -> poll(system));
              return false;
            });
  }

  private Instant later(Polled system, Denied denied) {
    Instant again = QuotaPlanner.nextAfterDenial(system.site(), denied, clock.instant());
    assertThat(again).isAfter(clock.instant());
    return again;
  }

  /** Makes calls over some seconds, then settles, and for the schedule comes again. */
  private void converse(Polled system, Granted granted, int wanted) {
    Instant time = clock.instant();
    for (int i = 0; i < wanted && granted.allowance().take(); i++) {
      time = time.plusMillis(200 + random.nextInt(15_000));
      for (ScopedLimit limit : granted.request().limits()) {
        calls.computeIfAbsent(limit, k -> new ArrayList<>()).add(time);
      }
    }
    at(
        time.plusMillis(500),
        () -> {
          ledger.settle(List.of(new QuotaLedger.Settlement(granted, null)));
          if (granted.request().use() == QuotaUse.SCHEDULE) {
            Instant next = QuotaPlanner.next(system.site(), granted.outlooks(), clock.instant());
            at(next, () -> poll(system));
          }
        });
  }

  /** SolarEdge plans its own; Enphase's meters are off as they are at first. */
  private int callsWanted(Polled system, Granted granted) {
    if (system.id() >= SITES) {
      return 1;
    }
    PollMemory memory = new PollMemory(memories.getOrDefault(system.id(), Map.of()));
    boolean forced = granted.request().use() == QuotaUse.FORCED;
    Poll poll = new Poll(Allowance.of(granted.allowance().left()), memory, forced);
    int calls = SolarEdgeParts.calls(system.site().system(), poll, clock.instant());
    memories.put(system.id(), memory.notes());
    return calls;
  }

  private void press(List<Polled> all) {
    Polled system = all.get(random.nextInt(all.size()));
    if (ledger.reserve(system.poll(true)) instanceof Granted granted) {
      forced++;
      converse(system, granted, callsWanted(system, granted));
    }
    at(clock.instant().plus(Duration.ofMinutes(37)), () -> press(all));
  }

  private void backfill(List<Polled> all) {
    Polled system = all.get(random.nextInt(all.size()));
    int wanted = 1 + random.nextInt(4);
    if (ledger.reserve(system.backfill(wanted)) instanceof Granted granted) {
      backfilled++;
      converse(system, granted, wanted);
    }
    at(clock.instant().plus(Duration.ofMinutes(53)), () -> backfill(all));
  }

  private void at(Instant time, Runnable what) {
    events.add(new Event(time, order++, what));
  }

  private static int mostInAWindow(QuotaLimit limit, Collection<Instant> unsorted) {
    List<Instant> times = unsorted.stream().sorted().toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (!sameWindow(limit, times.get(first), times.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static boolean sameWindow(QuotaLimit limit, Instant first, Instant last) {
    if (limit.calendarMonth()) {
      return monthOf(first).equals(monthOf(last));
    }
    return first.plus(limit.window()).isAfter(last);
  }

  private static LocalDate monthOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).withDayOfMonth(1);
  }

  private IntSummaryStatistics pollsOf(int from, int to) {
    return IntStream.range(from, to)
        .map(id -> polls.getOrDefault(id, List.of()).size())
        .summaryStatistics();
  }

  private static Duration longestWait(List<Instant> times) {
    Duration longest = Duration.between(START, times.get(0));
    for (int i = 0; i < times.size(); i++) {
      Instant next = i + 1 < times.size() ? times.get(i + 1) : END;
      Duration wait = Duration.between(times.get(i), next);
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return longest;
  }
}
