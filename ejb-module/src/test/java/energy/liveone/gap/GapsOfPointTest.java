package energy.liveone.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GapsOfPointTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  private static Gap gap(long from, long to) {
    return Gap.found(1, new Stretch(from, to), GapReason.NOT_RECEIVED, NOW);
  }

  private static GapsOfPoint compare(Gap gap, List<Gap> filled, Stretch... evidence) {
    return GapsOfPoint.compare(List.of(gap), filled, List.of(evidence), List.of());
  }

  private static List<Stretch> of(GapsOfPoint gaps, GapState state) {
    return gaps.now().stream()
        .filter(gap -> gap.state() == state)
        .map(Gap::stretch)
        .sorted()
        .toList();
  }

  @Test
  void gapWithoutNewEvidenceStaysAsItIs() {
    assertThat(compare(gap(0, 100), List.of(), new Stretch(100, 200)).isEmpty()).isTrue();
  }

  @Test
  void dataFromTheEndShortensAndFromTheMiddleSplits() {
    GapsOfPoint shorter = compare(gap(0, 100), List.of(), new Stretch(90, 100));
    GapsOfPoint split = compare(gap(0, 100), List.of(), new Stretch(40, 50));

    assertThat(of(shorter, GapState.OPEN)).containsExactly(new Stretch(0, 90));
    assertThat(of(shorter, GapState.FILLED)).containsExactly(new Stretch(90, 100));
    assertThat(of(split, GapState.OPEN)).containsExactly(new Stretch(0, 40), new Stretch(50, 100));
    assertThat(of(split, GapState.FILLED)).containsExactly(new Stretch(40, 50));
  }

  @Test
  void filledPiecesGrowTogether() {
    Gap before = gap(0, 100).filled(new Stretch(90, 100));

    GapsOfPoint change = compare(gap(0, 90), List.of(before), new Stretch(0, 200));

    assertThat(change.gone()).contains(before);
    assertThat(of(change, GapState.FILLED)).containsExactly(new Stretch(0, 100));
    assertThat(of(change, GapState.OPEN)).isEmpty();
  }

  @Test
  void excusedTimeIsNeitherOpenNorFilled() {
    GapsOfPoint change =
        GapsOfPoint.compare(
            List.of(gap(0, 100)), List.of(), List.of(), List.of(new Stretch(20, 100)));

    assertThat(of(change, GapState.OPEN)).containsExactly(new Stretch(0, 20));
    assertThat(of(change, GapState.FILLED)).isEmpty();
  }

  @Test
  void dataIsFilledAlsoWhereNoneWasExpected() {
    Stretch all = new Stretch(0, 100);

    GapsOfPoint change =
        GapsOfPoint.compare(List.of(gap(0, 100)), List.of(), List.of(all), List.of(all));

    assertThat(of(change, GapState.FILLED)).containsExactly(all);
  }

  @Test
  void pieceKeepsTheAttemptsOfTheWhole() {
    Gap asked = gap(0, 100).waiting(GapReason.VENDOR_HAS_NOTHING, null, 3, NOW.plusSeconds(60));

    GapsOfPoint change = compare(asked, List.of(), new Stretch(0, 50));

    assertThat(change.now())
        .filteredOn(gap -> gap.state() == GapState.OPEN)
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.attempts()).isEqualTo(3);
              assertThat(left.nextAttempt()).isEqualTo(NOW.plusSeconds(60));
            });
  }

  /** In whatever order and pieces a spool arrives: nothing is lost, and all of it in one row. */
  @RepeatedTest(50)
  void spoolInAnyOrderFillsTheGapExactly(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<Long> minutes =
        LongStream.range(0, 60).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(minutes, random);
    List<Gap> open = new ArrayList<>(List.of(gap(0, 3_600)));
    List<Gap> filled = new ArrayList<>();

    List<Stretch> arrived = new ArrayList<>();
    for (long minute : minutes) {
      arrived.add(new Stretch(minute * 60, minute * 60 + 60));
      GapsOfPoint change = GapsOfPoint.compare(open, filled, arrived, List.of());
      open.removeAll(change.gone());
      filled.removeAll(change.gone());
      change.now().forEach(gap -> (gap.state() == GapState.OPEN ? open : filled).add(gap));
      List<Stretch> all = new ArrayList<>();
      open.forEach(gap -> all.add(gap.stretch()));
      filled.forEach(gap -> all.add(gap.stretch()));
      assertThat(all.stream().mapToLong(Stretch::seconds).sum()).isEqualTo(3_600);
      assertThat(Stretches.merged(all)).containsExactly(new Stretch(0, 3_600));
    }

    assertThat(open).isEmpty();
    assertThat(filled).extracting(Gap::stretch).containsExactly(new Stretch(0, 3_600));
  }
}
