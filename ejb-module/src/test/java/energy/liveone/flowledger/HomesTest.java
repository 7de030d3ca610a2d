package energy.liveone.flowledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomesTest {
  @ParameterizedTest
  @CsvSource({
    "pool_pump_w, pool_pump",
    "pool_pump_kwh, pool_pump",
    "solar_interval_kwh, solar",
    "solar_local_w, solar_local",
    "battery_soc, battery_soc"
  })
  void powerAndEnergyOfOneThingShareTheirGroup(String key, String group) {
    assertThat(Homes.group(key)).isEqualTo(group);
  }

  @Test
  void capacityIsReadFromWhatVendorsCallTheBattery() {
    assertThat(Homes.kilowattHours("13.5 kWh")).isEqualTo(13.5);
    assertThat(Homes.kilowattHours("LG RESU 10kwh")).isEqualTo(10);
    assertThat(Homes.kilowattHours("two of them")).isNull();
  }
}
