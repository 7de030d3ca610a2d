package energy.liveone.vendor.solaredge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTimeTest {
  private static SiteTime in(String zone) {
    return new SiteTime(ZoneId.of(zone));
  }

  private static List<Optional<Instant>> read(SiteTime time, String day, String... rows) {
    SiteTime.Rows reader = time.rows();
    return Stream.of(rows).map(row -> reader.next(day + " " + row)).toList();
  }

  private static List<Optional<Instant>> at(String... instants) {
    return Stream.of(instants).map(Instant::parse).map(Optional::of).toList();
  }

  @Test
  void hourThatOccursTwiceIsReadInTheOrderOfRows() {
    assertThat(
            read(
                in("Australia/Melbourne"),
                "2026-04-05",
                "01:45:00",
                "02:45:00",
                "02:00:00",
                "02:45:00",
                "03:00:00"))
        .isEqualTo(
            at(
                "2026-04-04T14:45:00Z",
                "2026-04-04T15:45:00Z",
                "2026-04-04T16:00:00Z",
                "2026-04-04T16:45:00Z",
                "2026-04-04T17:00:00Z"));
    assertThat(read(in("Europe/Berlin"), "2026-10-25", "02:30:07", "02:05:07", "02:30:07"))
        .isEqualTo(at("2026-10-25T00:30:07Z", "2026-10-25T01:05:07Z", "2026-10-25T01:30:07Z"));
  }

  @Test
  void halfAnHourCanOccurTwiceToo() {
    assertThat(
            read(
                in("Australia/Lord_Howe"),
                "2026-04-05",
                "01:30:00",
                "01:45:00",
                "01:30:00",
                "02:00:00"))
        .isEqualTo(
            at(
                "2026-04-04T14:30:00Z",
                "2026-04-04T14:45:00Z",
                "2026-04-04T15:00:00Z",
                "2026-04-04T15:30:00Z"));
  }

  @Test
  void hourThatDoesNotOccurHasNoTimes() {
    assertThat(read(in("Europe/Berlin"), "2026-03-29", "01:45:00", "02:15:00", "03:00:00"))
        .containsExactly(
            Optional.of(Instant.parse("2026-03-29T00:45:00Z")),
            Optional.empty(),
            Optional.of(Instant.parse("2026-03-29T01:00:00Z")));
  }

  @Test
  void repeatedRowIsNotTheSecondHour() {
    assertThat(read(in("Europe/Berlin"), "2026-10-25", "02:30:00", "02:30:00"))
        .isEqualTo(at("2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z"));
  }

  @Test
  void illegibleTimeIsNone() {
    assertThat(in("UTC").rows().next("2026-02-30 00:00:00")).isEmpty();
    assertThat(in("UTC").rows().next("2026-11-23T13:00:00Z")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-04T15:20:00Z, 2026-04-05 01:45:00, 2026-04-05 03:00:00",
    "2026-04-04T16:20:00Z, 2026-04-05 01:45:00, 2026-04-05 03:00:00",
    "2026-04-04T14:20:00Z, 2026-04-05 01:20:00, 2026-04-05 01:20:00",
    "2026-10-03T16:20:00Z, 2026-10-04 03:20:00, 2026-10-04 03:20:00"
  })
  void stretchNeverBeginsOrEndsInTheDoubleHour(Instant time, String start, String end) {
    SiteTime melbourne = in("Australia/Melbourne");

    assertThat(melbourne.startText(time)).isEqualTo(start);
    assertThat(melbourne.endText(time)).isEqualTo(end);
  }

  @Test
  void timeThatStandsAloneIsTheOneNearerToNow() {
    SiteTime berlin = in("Europe/Berlin");
    Instant second = Instant.parse("2026-10-25T01:32:00Z");

    assertThat(berlin.near("2026-10-25 02:30:00", second))
        .contains(Instant.parse("2026-10-25T01:30:00Z"));
    assertThat(berlin.near("2026-10-25 02:30:00", second.minusSeconds(3_000)))
        .contains(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(berlin.near("2026-03-29 02:30:00", second)).isEmpty();
  }
}
