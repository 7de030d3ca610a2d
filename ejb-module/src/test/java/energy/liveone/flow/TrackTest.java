package energy.liveone.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrackTest {
  @Test
  void aSlotWithoutOneMemberIsUnknownWhicheverMemberComesFirst() {
    Track track = new Track(2);

    track.miss(0);
    track.add(0, 100, 300);
    track.add(1, 100, 300);
    track.miss(1);

    assertThat(track.isBound(0)).isTrue();
    assertThat(track.isKnown(0)).isFalse();
    assertThat(track.isBound(1)).isTrue();
    assertThat(track.isKnown(1)).isFalse();
  }

  @Test
  void aSlotIsCoveredAsFarAsItsLeastCoveredMember() {
    Track track = new Track(1);

    track.add(0, 100, 300);
    track.add(0, 50, 150);

    assertThat(track.covered(0)).isEqualTo(150);
    assertThat(track.total(0, false).wattHours()).isCloseTo(75, within(1e-9));
    assertThat(track.total(0, false).peakWattsOrNull()).isCloseTo(1_800, within(1e-9));
    assertThat(track.total(0, true).peakWattsOrNull()).isNull();
  }

  @Test
  void aSlotThatNobodyMeasuresIsNotBound() {
    assertThat(new Track(1).isBound(0)).isFalse();
  }
}
