package energy.liveone.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.web.words.Texts;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowNowTest {
  private static final Texts TEXTS = Texts.of(Locale.ENGLISH);

  @Test
  void surplusChargesTheBatteryAndGoesToTheGrid() {
    FlowNow flow =
        new FlowNow(
            Map.of(
                Role.SOLAR, 5000.0, Role.BATTERY, -2000.0, Role.GRID, -1500.0, Role.LOAD, 1500.0),
            60.0);

    assertThat(flow.sentence(TEXTS))
        .isEqualTo(
            "The house runs on solar. The surplus charges the battery and goes to the grid.");
    assertThat(flow.doing(Role.BATTERY, TEXTS)).isEqualTo("charging, 60\u00a0% full");
    assertThat(flow.doing(Role.GRID, TEXTS)).isEqualTo("taking your surplus");
  }

  @Test
  void atNightBatteryAndGridRunTheHouse() {
    FlowNow flow =
        new FlowNow(
            Map.of(Role.SOLAR, 3.0, Role.BATTERY, 800.0, Role.GRID, 200.0, Role.LOAD, 1003.0),
            null);

    assertThat(flow.sentence(TEXTS)).isEqualTo("The house runs on battery and grid.");
    assertThat(flow.doing(Role.SOLAR, TEXTS)).isEqualTo("asleep");
    assertThat(flow.doing(Role.BATTERY, TEXTS)).isEqualTo("discharging");
  }

  @Test
  void aRoleWithoutAValueIsNotZero() {
    FlowNow flow = new FlowNow(Map.of(Role.LOAD, 500.0), null);

    assertThat(flow.doing(Role.SOLAR, TEXTS)).isEqualTo("No value");
    assertThat(new FlowNow(Map.of(), null).sentence(TEXTS))
        .isEqualTo("There is no current power value.");
  }

  @Test
  void sharesFillTheBarInOrder() {
    FlowNow flow = new FlowNow(Map.of(Role.SOLAR, 750.0, Role.GRID, 250.0), null);

    assertThat(flow.sourceShares()).extracting(FlowNow.Share::x).containsExactly(0.0, 750.0, 750.0);
    assertThat(flow.sourceShares())
        .extracting(FlowNow.Share::width)
        .containsExactly(746.0, 0.0, 246.0);
  }
}
