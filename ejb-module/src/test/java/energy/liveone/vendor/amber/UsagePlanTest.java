package energy.liveone.vendor.amber;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.PollMemory;
import energy.liveone.vendor.amber.UsagePlan.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsagePlanTest {
  private static final Instant START = Instant.parse("2026-11-22T14:00:30Z");
  private static final Duration BEAT = Duration.ofMinutes(5);
  private static final AmberChannels CHANNELS =
      new AmberChannels(AmberChannels.parse("E1:general,B1:feedIn"), true);

  private final PollMemory memory = new PollMemory(Map.of());
  private final Map<LocalDate, Integer> asked = new TreeMap<>();

  private UsageDays days(Instant now) {
    return UsageDays.read(memory, NemDay.after(now).minusDays(1));
  }

  /** One poll at a time, at which Amber answers with days that are settled from this one back. */
  private Optional<Stretch> poll(Instant now, LocalDate settledUntil) {
    UsageDays days = days(now);
    UsagePlan plan = new UsagePlan(memory, days, now);
    Optional<Stretch> due = plan.next(false);
    due.ifPresent(
        stretch -> {
          List<LocalDate> stretchDays =
              stretch.first().datesUntil(stretch.last().plusDays(1)).toList();
          stretchDays.forEach(day -> asked.merge(day, 1, Integer::sum));
          days.settle(
              stretchDays.stream()
                  .filter(day -> !day.isAfter(settledUntil))
                  .flatMap(day -> usage(day, "billable", 30))
                  .toList(),
              CHANNELS);
          days.write(memory);
          plan.answered(stretch);
        });
    return due;
  }

  private void pollFor(Duration span, LocalDate settledUntil) {
    for (Instant now = START; now.isBefore(START.plus(span)); now = now.plus(BEAT)) {
      poll(now, settledUntil);
    }
  }

  static Stream<AmberRecord> usage(LocalDate day, String quality, int minutes) {
    Instant midnight = day.atStartOfDay().toInstant(NemDay.OFFSET);
    List<AmberRecord> records = new ArrayList<>();
    for (int end = minutes; end <= 24 * 60; end += minutes) {
      records.add(record("E1", "general", midnight, end, minutes, quality));
      records.add(record("B1", "feedIn", midnight, end, minutes, quality));
    }
    return records.stream();
  }

  private static AmberRecord record(
      String channel, String kind, Instant midnight, int end, int minutes, String quality) {
    String json =
        """
        [{"type":"Usage","duration":%d,"endTime":"%s","channelType":"%s","channelIdentifier":"%s",
          "kwh":0.1,"quality":"%s"}]
        """
            .formatted(minutes, midnight.plus(Duration.ofMinutes(end)), kind, channel, quality);
    List<JsonFields> objects =
        AmberPayload.of(json).fold(listed -> listed.objects(), unusable -> List.of());
    return AmberRecord.of(objects.get(0), START.plus(Duration.ofDays(30))).orElseThrow();
  }

  @Test
  void yesterdayIsFirstThenTheWeekThenTheQuarterWeekByWeek() {
    List<String> stretches = new ArrayList<>();
    for (int beat = 0; beat < 11; beat++) {
      poll(START.plus(BEAT.multipliedBy(beat)), LocalDate.MIN)
          .ifPresent(stretch -> stretches.add(stretch.first() + " " + stretch.last()));
    }

    assertThat(stretches)
        .startsWith(
            "2026-11-22 2026-11-22",
            "2026-11-16 2026-11-21",
            "2026-08-25 2026-08-31",
            "2026-09-01 2026-09-07");
  }

  @Test
  void noStretchIsLongerThanAmberAnswers() {
    for (int beat = 0; beat < 40; beat++) {
      poll(START.plus(BEAT.multipliedBy(beat)), LocalDate.MIN)
          .ifPresent(
              s -> assertThat(s.last()).isBefore(s.first().plusDays(AmberLimits.DAYS_PER_CALL)));
    }
  }

  @Test
  void openDaysAreAskedForHourlyDailyAndWeekly() {
    pollFor(Duration.ofHours(23), LocalDate.MIN);

    assertThat(asked)
        .containsEntry(LocalDate.parse("2026-11-22"), 23)
        .containsEntry(LocalDate.parse("2026-11-21"), 1)
        .containsEntry(LocalDate.parse("2026-11-16"), 1)
        .containsEntry(LocalDate.parse("2026-11-15"), 1)
        .containsEntry(LocalDate.parse("2026-08-25"), 1)
        .hasSize(90);
  }

  @Test
  void openDaysOfTheQuarterAreAskedForOnceAWeek() {
    pollFor(Duration.ofDays(13), LocalDate.MIN);

    assertThat(asked).containsEntry(LocalDate.parse("2026-10-10"), 2);
  }

  @Test
  void settledDaysAreNeverAskedForAgain() {
    pollFor(Duration.ofDays(9), LocalDate.parse("2026-11-21"));

    assertThat(asked)
        .containsEntry(LocalDate.parse("2026-10-10"), 1)
        .containsEntry(LocalDate.parse("2026-11-16"), 1)
        .containsEntry(LocalDate.parse("2026-11-21"), 1);
    assertThat(asked.get(LocalDate.parse("2026-11-22"))).isGreaterThan(24 + 4);
  }

  @Test
  void whoWaitsGetsYesterdayUnlessItIsSettled() {
    UsageDays open = days(START);
    UsagePlan plan = new UsagePlan(memory, open, START);
    plan.answered(plan.next(false).orElseThrow());
    plan.refused();

    assertThat(plan.next(false)).isEmpty();
    assertThat(plan.next(true).orElseThrow().last()).isEqualTo("2026-11-22");
    open.settle(usage(LocalDate.parse("2026-11-22"), "billable", 30).toList(), CHANNELS);
    assertThat(plan.next(true).map(Stretch::last))
        .isNotEqualTo(Optional.of(LocalDate.parse("2026-11-22")));
  }

  // Completeness

  @Test
  void dayIsSettledWhenAllItsIntervalsAreBillable() {
    LocalDate day = LocalDate.parse("2026-11-20");
    UsageDays days = days(START);

    days.settle(usage(day, "estimated", 30).toList(), CHANNELS);
    days.settle(usage(day, "billable", 30).skip(1).toList(), CHANNELS);
    days.settle(
        Stream.concat(usage(day, "billable", 30).skip(2), usage(day, "billable", 30).skip(94))
            .toList(),
        CHANNELS);
    days.settle(
        usage(day, "billable", 30).filter(r -> "E1".equals(r.identifier())).toList(), CHANNELS);
    assertThat(days.isOpen(day)).isTrue();

    days.settle(usage(day, "billable", 5).toList(), CHANNELS);
    assertThat(days.isOpen(day)).isFalse();
  }

  @Test
  void notesLastForNinetyDaysAndAreShort() {
    UsageDays days = days(START);
    days.settle(usage(LocalDate.parse("2026-11-20"), "billable", 30).toList(), CHANNELS);
    days.settle(usage(LocalDate.parse("2026-08-25"), "billable", 30).toList(), CHANNELS);
    days.write(memory);

    UsageDays nextWeek = days(START.plus(Duration.ofDays(7)));

    assertThat(nextWeek.isOpen(LocalDate.parse("2026-11-20"))).isFalse();
    assertThat(nextWeek.isOpen(LocalDate.parse("2026-11-21"))).isTrue();
    assertThat(nextWeek.isOpen(LocalDate.parse("2026-08-25"))).as("too old").isFalse();
    assertThat(memory.notes().toString()).hasSizeLessThan(150);
  }

  @Test
  void notesThatAreNotOursCostCallsOnly() {
    Map<String, String> strange = new HashMap<>();
    for (String name : List.of("settled", "from", "yesterday", "week", "quarter", "pause")) {
      strange.put("usage." + name, ":x:");
    }
    PollMemory spoilt = new PollMemory(strange);
    UsageDays days = UsageDays.read(spoilt, LocalDate.parse("2026-11-22"));

    assertThat(new UsagePlan(spoilt, days, START).next(false)).isPresent();
  }
}
