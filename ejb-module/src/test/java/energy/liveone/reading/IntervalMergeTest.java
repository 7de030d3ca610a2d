package energy.liveone.reading;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.reading.IntervalMerge.Merged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalMergeTest {
  private static final long NOON = 1_800_000_000;
  private static final int HALF_HOUR = 1_800;
  private static final int ESTIMATED = IntervalQuality.ESTIMATED.rank();
  private static final int ACTUAL = IntervalQuality.ACTUAL.rank();
  private static final int BILLABLE = IntervalQuality.BILLABLE.rank();

  @ParameterizedTest
  @CsvSource({
    "ESTIMATED, ESTIMATED, same, stays",
    "ESTIMATED, ESTIMATED, other, replaced",
    "ESTIMATED, ACTUAL, same, replaced",
    "ESTIMATED, ACTUAL, other, replaced",
    "ESTIMATED, BILLABLE, same, replaced",
    "ESTIMATED, BILLABLE, other, replaced",
    "ACTUAL, ESTIMATED, same, stays",
    "ACTUAL, ESTIMATED, other, stays",
    "ACTUAL, ACTUAL, same, stays",
    "ACTUAL, ACTUAL, other, replaced",
    "ACTUAL, BILLABLE, same, replaced",
    "ACTUAL, BILLABLE, other, replaced",
    "BILLABLE, ESTIMATED, same, stays",
    "BILLABLE, ESTIMATED, other, stays",
    "BILLABLE, ACTUAL, same, stays",
    "BILLABLE, ACTUAL, other, stays",
    "BILLABLE, BILLABLE, same, stays",
    "BILLABLE, BILLABLE, other, replaced",
  })
  void laterAndBetterWins(
      IntervalQuality stored, IntervalQuality fresh, String value, String outcome) {
    double freshValue = value.equals("same") ? 5 : 6;

    Merged merged =
        IntervalMerge.merge(
            List.of(interval(NOON, 5, stored.rank())),
            List.of(interval(NOON, freshValue, fresh.rank())));

    if (outcome.equals("stays")) {
      assertThat(merged.written()).isEmpty();
      assertThat(merged.known()).isEqualTo(1);
    } else {
      assertThat(merged.stored()).isEqualTo(1);
      StoredInterval written = merged.written().get(0);
      assertThat(written.value()).isEqualTo(freshValue);
      assertThat(written.rank()).isEqualTo(fresh.rank());
      assertThat(written.corrected()).isEqualTo(freshValue != 5);
    }
  }

  @Test
  void correctionIsRememberedWhenOnlyTheQualityRises() {
    StoredInterval corrected = interval(NOON, 5, ACTUAL).asCorrection();

    Merged merged = IntervalMerge.merge(List.of(corrected), List.of(interval(NOON, 5, BILLABLE)));

    assertThat(merged.written()).containsExactly(interval(NOON, 5, BILLABLE).asCorrection());
  }

  @Test
  void ofOneDeliveryTheBestCountsAndOfTheBestTheLast() {
    Merged merged =
        IntervalMerge.merge(
            List.of(),
            List.of(
                interval(NOON, 1, ACTUAL),
                interval(NOON, 2, ACTUAL),
                interval(NOON, 3, ESTIMATED)));

    assertThat(merged.written()).containsExactly(interval(NOON, 2, ACTUAL));
    assertThat(merged.stored()).isEqualTo(1);
    assertThat(merged.known()).isEqualTo(2);
  }

  @Test
  void halfHourDisplacesTheFiveMinutesWithinOfTheSameRank() {
    List<StoredInterval> there =
        List.of(
            fiveMinutes(NOON - 1_800, ACTUAL),
            fiveMinutes(NOON - 1_500, ACTUAL),
            fiveMinutes(NOON, ACTUAL),
            fiveMinutes(NOON + 300, ACTUAL));

    Merged merged = IntervalMerge.merge(there, List.of(interval(NOON, 7, ACTUAL)));

    assertThat(merged.written()).containsExactly(interval(NOON, 7, ACTUAL).asCorrection());
    assertThat(merged.removed()).containsExactly(fiveMinutes(NOON - 1_500, ACTUAL));
    assertThat(merged.last()).isEqualTo(fiveMinutes(NOON + 300, ACTUAL));
  }

  @Test
  void betterFiveMinutesDisplaceTheHalfHourAroundThem() {
    Merged merged =
        IntervalMerge.merge(
            List.of(interval(NOON, 7, ESTIMATED)), List.of(fiveMinutes(NOON - 600, ACTUAL)));

    assertThat(merged.written()).containsExactly(fiveMinutes(NOON - 600, ACTUAL).asCorrection());
    assertThat(merged.removed()).containsExactly(interval(NOON, 7, ESTIMATED));
  }

  @Test
  void partOfStoredStretchIsNotCountedBesideIt() {
    Merged merged =
        IntervalMerge.merge(
            List.of(interval(NOON, 7, ACTUAL)),
            List.of(fiveMinutes(NOON - 600, ACTUAL), fiveMinutes(NOON, ESTIMATED)));

    assertThat(merged.written()).isEmpty();
    assertThat(merged.known()).isEqualTo(2);
  }

  @Test
  void shiftedStretchOfTheSameStrengthDoesNotDisplaceTheFirst() {
    Merged merged =
        IntervalMerge.merge(
            List.of(interval(NOON, 7, ACTUAL)), List.of(interval(NOON + 900, 8, ACTUAL)));

    assertThat(merged.written()).isEmpty();
    assertThat(merged.removed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void orderAndRepetitionDoNotMatterAsLongAsRanksBringTheNews(long seed) {
    Random random = new Random(seed);
    List<StoredInterval> all = new ArrayList<>();
    for (int slot = 0; slot < 40; slot++) {
      for (int rank = ESTIMATED; rank <= BILLABLE; rank++) {
        if (random.nextInt(3) > 0) {
          all.add(interval(NOON + slot * 1_800L, random.nextInt(4), rank));
        }
      }
    }
    Collection<StoredInterval> expected = plain(deliver(all, all.size()));

    for (int i = 0; i < 50; i++) {
      List<StoredInterval> some = new ArrayList<>(all);
      for (int twice = 0; twice < 30; twice++) {
        some.add(all.get(random.nextInt(all.size())));
      }
      Collections.shuffle(some, random);

      assertThat(plain(deliver(some, 1 + random.nextInt(20)))).containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sameDeliveryTwiceChangesNothingWhateverItsStretches(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<StoredInterval> delivery = new ArrayList<>();
      int size = 1 + random.nextInt(40);
      while (delivery.size() < size) {
        delivery.add(
            new StoredInterval(
                NOON + 300L * random.nextInt(60),
                300 * (1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 6)),
                random.nextInt(3),
                ESTIMATED + random.nextInt(3),
                false));
      }
      Collection<StoredInterval> once = deliver(delivery, delivery.size());

      Merged again = IntervalMerge.merge(List.copyOf(once), delivery);

      assertThat(again.written()).isEmpty();
      assertThat(again.removed()).isEmpty();
      assertThat(again.known()).isEqualTo(delivery.size());
      assertNoOverlap(once);
    }
  }

  /** What is stored after these came in groups, one after the other. */
  private static Collection<StoredInterval> deliver(List<StoredInterval> all, int groupSize) {
    TreeMap<Long, StoredInterval> stored = new TreeMap<>();
    for (int from = 0; from < all.size(); from += groupSize) {
      Merged merged =
          IntervalMerge.merge(
              List.copyOf(stored.values()),
              all.subList(from, Math.min(all.size(), from + groupSize)));
      merged.removed().forEach(one -> stored.remove(one.end()));
      merged.written().forEach(one -> stored.put(one.end(), one));
    }
    return stored.values();
  }

  /** Without the mark of a correction, which tells of the order. */
  private static List<StoredInterval> plain(Collection<StoredInterval> intervals) {
    return intervals.stream()
        .map(one -> new StoredInterval(one.end(), one.seconds(), one.value(), one.rank(), false))
        .toList();
  }

  private static void assertNoOverlap(Collection<StoredInterval> intervals) {
    long until = Long.MIN_VALUE;
    for (StoredInterval one : intervals) {
      assertThat(one.start()).isGreaterThanOrEqualTo(until);
      until = one.end();
    }
  }

  private static StoredInterval interval(long end, double value, int rank) {
    return new StoredInterval(end, HALF_HOUR, value, rank, false);
  }

  private static StoredInterval fiveMinutes(long end, int rank) {
    return new StoredInterval(end, 300, 1, rank, false);
  }
}
